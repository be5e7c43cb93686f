import { existsSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Fields } from '../protocol';

/** What the logic's side needs to know of the app's files; read once from its JSON. */
export interface PackageIndex {
  pages: string[];
  tabs: string[];
  /** Roots of the sub-packages, without slashes at the ends. */
  subPackages: string[];
  /** Independent ones see nothing of the main package. */
  preload: Record<string, string[]>;
  components: Record<string, string[]>;
  windows: Record<string, Fields>;
  /** Milliseconds by the name of the call, where the app set its own. */
  networkTimeout: Record<string, number>;
}

/** A sub-package comes over the network when first needed; the app must live with the wait. */
const DOWNLOAD_MS = 30;

export class Packages {
  private readonly loaded = new Set<string>(['']);

  constructor(
    private readonly dist: string,
    private readonly index: PackageIndex,
    private readonly onLoad: (root: string) => void,
  ) {}

  private rootOf(file: string): string {
    return this.index.subPackages.find((root) => file.startsWith(`${root}/`)) ?? '';
  }

  async load(page: string): Promise<Fields> {
    await this.fetch(this.rootOf(page));
    for (const root of this.index.preload[page] ?? []) void this.fetch(root);
    return {};
  }

  private async fetch(root: string): Promise<void> {
    if (this.loaded.has(root)) return;
    await sleep(DOWNLOAD_MS);
    if (this.loaded.has(root)) return;
    this.loaded.add(root);
    this.onLoad(root);
  }

  locate(file: string): string | undefined {
    const full = path.join(this.dist, file);
    if (!full.startsWith(this.dist + path.sep) || !this.loaded.has(this.rootOf(file))) return undefined;
    return existsSync(full) ? full : undefined;
  }

  componentsOf(page: string): string[] {
    return this.index.components[page] ?? [];
  }

  windowOf(page: string): Fields {
    return this.index.windows[page] ?? {};
  }
}
