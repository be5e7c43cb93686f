export function isBuiltFromSources(root: string): boolean;
export function markBuilt(root: string): void;
