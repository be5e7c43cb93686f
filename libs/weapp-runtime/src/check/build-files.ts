import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

export interface SubPackage {
  root: string;
  name?: string | undefined;
  pages: string[];
}

/** As much of app.json as the checks go by; the schema check says whether it is sound. */
export interface AppJson {
  pages?: string[];
  subPackages?: SubPackage[];
  subpackages?: SubPackage[];
  tabBar?: { custom?: boolean; list?: { pagePath: string; iconPath?: string; selectedIconPath?: string }[] };
  preloadRule?: Record<string, { packages: string[] }>;
  componentPlaceholder?: Record<string, string>;
  usingComponents?: Record<string, string>;
  requiredPrivateInfos?: string[];
  __usePrivacyCheck__?: boolean;
}

/** Packages of a build: '' is the main one. */
export const MAIN = '';

/** A build on the disk, read once. File names are relative to it, with slashes. */
export class BuildFiles {
  readonly names: string[];
  readonly app: AppJson;
  /** Why app.json could not be read. */
  readonly complaint: string | undefined;

  constructor(readonly dist: string) {
    this.names = readdirSync(dist, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.relative(dist, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
      .sort();
    const [app, complaint] = parse(path.join(dist, 'app.json'));
    this.app = (app ?? {}) as AppJson;
    this.complaint = complaint;
  }

  has(name: string): boolean {
    return this.names.includes(name);
  }

  ending(suffix: string): string[] {
    return this.names.filter((name) => name.endsWith(suffix));
  }

  text(name: string): string {
    return readFileSync(path.join(this.dist, name), 'utf8');
  }

  size(name: string): number {
    return statSync(path.join(this.dist, name)).size;
  }

  json(name: string): [unknown, string | undefined] {
    return parse(path.join(this.dist, name));
  }

  get subPackages(): SubPackage[] {
    return (this.app.subPackages ?? this.app.subpackages ?? []).map(({ root, name, pages }) => ({
      root: trimSlashes(root),
      name,
      pages,
    }));
  }

  /** Paths of all pages that app.json declares. */
  get pages(): string[] {
    return [
      ...(this.app.pages ?? []),
      ...this.subPackages.flatMap(({ root, pages }) => pages.map((page) => `${root}/${page}`)),
    ];
  }

  /** A rule names a package by its root or by its name. */
  rootOf(text: string): string | undefined {
    return this.subPackages.find(({ root, name }) => name === text || root === trimSlashes(text))?.root;
  }

  packageOf(name: string): string {
    return this.subPackages.find(({ root }) => name.startsWith(`${root}/`))?.root ?? MAIN;
  }
}

export const trimSlashes = (text: string): string => text.replace(/^\/+|\/+$/g, '');

/** Where a path in a file leads: from the root of the build with a leading slash, else from the file's own folder. */
export const resolveFrom = (name: string, target: string): string =>
  target.startsWith('/') ? trimSlashes(target) : path.posix.join(path.posix.dirname(name), target);

function parse(file: string): [unknown, string | undefined] {
  if (!existsSync(file)) return [undefined, 'is missing'];
  try {
    return [JSON.parse(readFileSync(file, 'utf8')), undefined];
  } catch (error) {
    return [undefined, error instanceof Error ? error.message : String(error)];
  }
}
