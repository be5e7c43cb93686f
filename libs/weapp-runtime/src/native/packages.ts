import { existsSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { typeOf } from '../network-conditions';
import type { Fields } from '../protocol';
import { bytesIn } from './files';
import type { Network } from './http';
import { Refusal } from './refusal';

/** What the logic's side needs to know of the app's files; read once from its JSON. */
export interface PackageIndex {
  pages: string[];
  tabs: string[];
  /** Roots of the sub-packages, without slashes at the ends. */
  subPackages: string[];
  /** What to fetch once a page is entered, and over what. */
  preload: Record<string, { roots: string[]; network: 'all' | 'wifi' }>;
  components: Record<string, string[]>;
  windows: Record<string, Fields>;
  /** Milliseconds by the name of the call, where the app set its own. */
  networkTimeout: Record<string, number>;
}

/** Besides the time that its bytes take: an app must live with the wait, also on a fast line. */
const DOWNLOAD_MS = 30;
const FAILED = 'loadSubpackage:fail';

/** A sub-package comes over the network when it is first needed, or before, where the app said so. */
export class Packages {
  private readonly loading = new Map<string, Promise<void>>();
  private readonly loaded = new Set<string>(['']);

  constructor(
    private readonly dist: string,
    private readonly index: PackageIndex,
    private readonly network: Network,
    private readonly onLoad: (root: string) => void,
  ) {}

  private rootOf(file: string): string {
    return packageOf(this.index, file);
  }

  hasCome(file: string): boolean {
    return this.loaded.has(this.rootOf(file));
  }

  async load(file: string): Promise<Fields> {
    await this.fetch(this.rootOf(file));
    return {};
  }

  /** Nobody waits for it, and nobody is told when it fails: it is fetched again when it is needed. */
  preload(page: string): Fields {
    const rule = this.index.preload[page];
    const type = typeOf(this.network.conditions);
    if (!rule || (rule.network === 'wifi' && type !== 'wifi')) return {};
    for (const root of rule.roots) this.fetch(root).catch(() => undefined);
    return {};
  }

  private fetch(root: string): Promise<void> {
    if (this.loaded.has(root)) return Promise.resolve();
    const known = this.loading.get(root);
    if (known) return known;
    const coming = this.download(root).finally(() => this.loading.delete(root));
    this.loading.set(root, coming);
    return coming;
  }

  private async download(root: string): Promise<void> {
    await sleep(DOWNLOAD_MS);
    if (!(await this.network.carry(bytesIn(path.join(this.dist, root))))) throw new Refusal(FAILED);
    this.loaded.add(root);
    this.onLoad(root);
  }

  locate(file: string): string | undefined {
    const full = path.join(this.dist, file);
    if (!full.startsWith(this.dist + path.sep) || !this.hasCome(file)) return undefined;
    return existsSync(full) ? full : undefined;
  }

  componentsOf(page: string): string[] {
    return this.index.components[page] ?? [];
  }
}

/** Root of the sub-package that a file lies in; '' is the main one. */
export const packageOf = ({ subPackages }: PackageIndex, file: string): string =>
  subPackages.find((root) => file.startsWith(`${root}/`)) ?? '';
