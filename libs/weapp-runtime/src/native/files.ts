import { createHash, randomUUID } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import type { Fields } from '../protocol';
import { Refusal } from './refusal';

const SCHEME = 'wxfile://';
const OWN = `${SCHEME}usr`;
const isOwn = (virtual: string): boolean => virtual === OWN || virtual.startsWith(`${OWN}/`);
/** Of the app's own and of saved files together. */
const KEPT_LIMIT_BYTES = 200 * 1024 * 1024;

/** What the platform says where the system refuses. */
const SYSTEM_ERRORS: Record<string, [string, number]> = {
  EPERM: ['operation not permitted', 1300001],
  ENOENT: ['no such file or directory', 1300002],
  EACCES: ['permission denied', 1300013],
  ENOTDIR: ['not a directory', 1300020],
  EISDIR: ['illegal operation on a directory', 1301003],
  ENAMETOOLONG: ['File name too long', 1300036],
  EEXIST: ['file already exists', 1301005],
};

const onDirectory = (virtual: string): Refusal =>
  new Refusal(`illegal operation on a directory, open "${virtual}"`, 1301003);

export const bytesIn = (dir: string): number =>
  readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(path.join(entry.parentPath, entry.name)).size, 0);

type Operation = (params: Fields) => Fields;

/** In the platform's words, and with the app's own path: where the file lies on this machine is nobody's business. */
const translated =
  (run: Operation): Operation =>
  (params) => {
    try {
      return run(params);
    } catch (error) {
      if (error instanceof Refusal) throw error;
      const { code = '' } = error as NodeJS.ErrnoException;
      const [words, errno] = SYSTEM_ERRORS[code] ?? ['system error', 1300201];
      const { to, target, path: own } = params;
      throw new Refusal(`${words} "${String(to ?? target ?? own)}"`, errno);
    }
  };

const eachTranslated = (operations: Record<string, Operation>): Record<string, Operation> =>
  Object.fromEntries(Object.entries(operations).map(([name, run]) => [name, translated(run)]));

/**
 * The three places of files: `wxfile://usr/…` belongs to the app, `wxfile://tmp_…` lasts until the app ends,
 * `wxfile://store_…` was saved; any other path is a file of the package and read-only.
 */
export class FileStore {
  constructor(
    private readonly dir: string,
    private readonly packageDir: string,
    /** Files of a sub-package are on the phone from when it has come. */
    private readonly hasCome: (file: string) => boolean = () => true,
  ) {
    for (const name of ['usr', 'tmp', 'store']) mkdirSync(path.join(dir, name), { recursive: true });
  }

  /** Where the file lies on this machine; a path that leaves its place does not exist. */
  locate(virtual: string): string {
    const missing = new Refusal(`no such file or directory "${virtual}"`, 1300002);
    const [base, rest] = this.place(virtual);
    if (base === this.packageDir && !this.hasCome(path.posix.join('/', rest).slice(1))) throw missing;
    const full = path.join(base, rest);
    if (full !== base && !full.startsWith(base + path.sep)) throw missing;
    return full;
  }

  private place(virtual: string): [string, string] {
    if (!virtual.startsWith(SCHEME)) return [this.packageDir, virtual];
    const name = virtual.slice(SCHEME.length);
    if (isOwn(virtual)) return [path.join(this.dir, 'usr'), name.slice('usr'.length)];
    if (name.startsWith('tmp_')) return [path.join(this.dir, 'tmp'), name];
    return [path.join(this.dir, 'store'), name];
  }

  private existing(virtual: string): string {
    const full = this.locate(virtual);
    if (!existsSync(full)) throw new Refusal(`no such file or directory "${virtual}"`, 1300002);
    return full;
  }

  private writable(virtual: string): string {
    if (!isOwn(virtual)) throw new Refusal(`permission denied, open "${virtual}"`, 1300013);
    return this.locate(virtual);
  }

  read(virtual: string): Buffer {
    const full = this.existing(virtual);
    if (statSync(full).isDirectory()) throw onDirectory(virtual);
    return readFileSync(full);
  }

  write(virtual: string, content: Buffer): void {
    const full = this.placeFor(virtual, content.length);
    writeFileSync(full, content);
  }

  /** Where a file of this size may be put. */
  private placeFor(virtual: string, bytes: number): string {
    const full = this.writable(virtual);
    if (!existsSync(path.dirname(full)))
      throw new Refusal(`no such file or directory, open "${virtual}"`, 1300002);
    if (existsSync(full) && statSync(full).isDirectory()) throw onDirectory(virtual);
    this.makeRoom(bytes);
    return full;
  }

  private makeRoom(bytes: number): void {
    const kept = bytesIn(path.join(this.dir, 'usr')) + bytesIn(path.join(this.dir, 'store'));
    if (kept + bytes > KEPT_LIMIT_BYTES)
      throw new Refusal('the maximum size of the file storage limit is exceeded', 1300202);
  }

  /** Moves it: the temporary path is worth nothing afterwards. */
  private save(temporary: string, target: string | undefined): string {
    const full = this.locate(temporary);
    if (!temporary.startsWith(`${SCHEME}tmp_`) || !existsSync(full))
      throw new Refusal('tempFilePath file not exist', 1300002);
    const { size } = statSync(full);
    if (target !== undefined) {
      renameSync(full, this.placeFor(target, size));
      return target;
    }
    this.makeRoom(size);
    const name = `store_${randomUUID().replaceAll('-', '')}${path.extname(temporary)}`;
    renameSync(full, path.join(this.dir, 'store', name));
    return SCHEME + name;
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

  /** The operations of getFileSystemManager, by name. */
  readonly operations: Record<string, Operation> = eachTranslated({
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
      if (statSync(full).isDirectory())
        throw new Refusal(`operation not permitted, unlink "${String(file)}"`, 1300001);
      rmSync(full);
      return {};
    },
    copy: ({ from, to }) => (this.write(String(to), this.read(String(from))), {}),
    save: ({ path: file, target }) => ({
      savedFilePath: this.save(String(file), typeof target === 'string' ? target : undefined),
    }),
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
  });
}
