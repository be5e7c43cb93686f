import { createHash, randomUUID } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import type { Fields } from '../protocol';
import { Refusal } from './refusal';

const SCHEME = 'wxfile://';
const USER_LIMIT_BYTES = 200 * 1024 * 1024;

/**
 * The three places of files: `wxfile://usr/…` belongs to the app, `wxfile://tmp_…` lasts until the app ends,
 * `wxfile://store_…` was saved; any other path is a file of the package and read-only.
 */
export class FileStore {
  constructor(
    private readonly dir: string,
    private readonly packageDir: string,
  ) {
    for (const name of ['usr', 'tmp', 'store']) mkdirSync(path.join(dir, name), { recursive: true });
  }

  /** Where the file lies on this machine; a path that leaves its place does not exist. */
  locate(virtual: string): string {
    const missing = new Refusal(`no such file or directory "${virtual}"`, 1300002);
    const [base, rest] = this.place(virtual);
    const full = path.join(base, rest);
    if (full !== base && !full.startsWith(base + path.sep)) throw missing;
    return full;
  }

  private place(virtual: string): [string, string] {
    if (!virtual.startsWith(SCHEME)) return [this.packageDir, virtual];
    const name = virtual.slice(SCHEME.length);
    if (name === 'usr' || name.startsWith('usr/'))
      return [path.join(this.dir, 'usr'), name.slice('usr'.length)];
    if (name.startsWith('tmp_')) return [path.join(this.dir, 'tmp'), name];
    return [path.join(this.dir, 'store'), name];
  }

  private existing(virtual: string): string {
    const full = this.locate(virtual);
    if (!existsSync(full)) throw new Refusal(`no such file or directory "${virtual}"`, 1300002);
    return full;
  }

  private writable(virtual: string): string {
    if (!virtual.startsWith(`${SCHEME}usr`))
      throw new Refusal(`permission denied, open "${virtual}"`, 1300013);
    return this.locate(virtual);
  }

  read(virtual: string): Buffer {
    const full = this.existing(virtual);
    if (statSync(full).isDirectory())
      throw new Refusal(`illegal operation on a directory, open "${virtual}"`, 1301000);
    return readFileSync(full);
  }

  write(virtual: string, content: Buffer): void {
    const full = this.writable(virtual);
    if (!existsSync(path.dirname(full)))
      throw new Refusal(`no such file or directory, open "${virtual}"`, 1300002);
    if (this.userBytes() + content.length > USER_LIMIT_BYTES)
      throw new Refusal('the maximum size of the file storage limit is exceeded', 1300202);
    writeFileSync(full, content);
  }

  keepTemporary(content: Buffer, suffix: string): string {
    const name = `tmp_${randomUUID().replaceAll('-', '')}${suffix}`;
    writeFileSync(path.join(this.dir, 'tmp', name), content);
    return SCHEME + name;
  }

  /** What the app did not save in time is gone when it starts again. */
  forgetTemporary(): void {
    const dir = path.join(this.dir, 'tmp');
    for (const name of readdirSync(dir)) rmSync(path.join(dir, name));
  }

  private userBytes(): number {
    const walk = (dir: string): number =>
      readdirSync(dir, { withFileTypes: true }).reduce(
        (sum, entry) =>
          sum +
          (entry.isDirectory()
            ? walk(path.join(dir, entry.name))
            : statSync(path.join(dir, entry.name)).size),
        0,
      );
    return walk(path.join(this.dir, 'usr'));
  }

  /** The operations of getFileSystemManager, by name. */
  readonly operations: Record<string, (params: Fields) => Fields> = {
    access: ({ path: file }) => (this.existing(String(file)), {}),
    read: ({ path: file, encoding }) => {
      const content = this.read(String(file));
      return encoding === '' || encoding === 'base64'
        ? { base64: content.toString('base64') }
        : { text: content.toString('utf8') };
    },
    write: ({ path: file, text, base64 }) => {
      this.write(
        String(file),
        typeof base64 === 'string' ? Buffer.from(base64, 'base64') : Buffer.from(String(text)),
      );
      return {};
    },
    remove: ({ path: file }) => {
      const full = this.existing(String(file));
      if (!String(file).startsWith(SCHEME))
        throw new Refusal(`permission denied, open "${String(file)}"`, 1300013);
      rmSync(full);
      return {};
    },
    copy: ({ from, to }) => (copyFileSync(this.existing(String(from)), this.writable(String(to))), {}),
    save: ({ path: file, target }) => {
      const content = this.read(String(file));
      if (typeof target === 'string') {
        this.write(target, content);
        return { savedFilePath: target };
      }
      const name = `store_${randomUUID().replaceAll('-', '')}${path.extname(String(file))}`;
      writeFileSync(path.join(this.dir, 'store', name), content);
      return { savedFilePath: SCHEME + name };
    },
    info: ({ path: file, digest }) => {
      const content = this.read(String(file));
      return { size: content.length, digest: createHash(String(digest)).update(content).digest('hex') };
    },
    mkdir: ({ path: dir, recursive }) => {
      const full = this.writable(String(dir));
      if (existsSync(full) && recursive !== true)
        throw new Refusal(`file already exists "${String(dir)}"`, 1301005);
      mkdirSync(full, { recursive: recursive === true });
      return {};
    },
    list: ({ path: dir }) => ({ files: readdirSync(this.existing(String(dir))) }),
    stat: ({ path: file }) => {
      const stats = statSync(this.existing(String(file)));
      return {
        stats: {
          kind: stats.isDirectory() ? 'directory' : 'file',
          size: stats.size,
          mode: stats.mode,
          lastAccessedTime: Math.floor(stats.atimeMs / 1000),
          lastModifiedTime: Math.floor(stats.mtimeMs / 1000),
        },
      };
    },
  };
}
