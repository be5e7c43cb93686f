interface ModuleMap {
  entries: Record<string, string[]>;
  pages: Record<string, string[]>;
  files: Record<string, string[]>;
}
export const H5: string;
export const WEAPP: string;
export const FIRST_ROUTE: string;
export function h5Modules(): ModuleMap;
export function weappModules(): ModuleMap;
export function shippedIn(dir: string): string[];
export function mainPackage(): string[];
