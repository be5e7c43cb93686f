import { createHash } from 'node:crypto';
import type { Dirent } from 'node:fs';
import {
  access,
  constants,
  copyFile,
  mkdir,
  open,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  statfs,
  writeFile,
} from 'node:fs/promises';
import path from 'node:path';
import { notFound, uuidv7 } from '@wuhao/core';
import {
  checkKey,
  ObjectStore,
  storageUnavailable,
  type FileOnDisk,
  type ListedObject,
  type StoredObject,
} from './object-store';
import { sweepTempFiles } from './temp-files';

/** Less than this left and the store calls itself unhealthy: a day's pictures of a family would not fit. */
const LEAST_FREE_BYTES = 64 * 1024 * 1024;
const INCOMING = '.incoming';

const isMissing = (error: unknown) => (error as NodeJS.ErrnoException).code === 'ENOENT';

/** Objects as files. An object appears under its name only when its bytes are on the disk. */
export class DiskObjectStore extends ObjectStore {
  constructor(private readonly root: string) {
    super();
  }

  /** Makes the folders and clears what interrupted writes left behind. */
  async open(): Promise<void> {
    await sweepTempFiles(path.join(this.root, INCOMING));
  }

  override async put(key: string, data: Buffer | FileOnDisk, _mime: string): Promise<void> {
    const target = this.pathOf(key);
    const incoming = path.join(this.root, INCOMING, uuidv7());
    try {
      await mkdir(path.dirname(target), { recursive: true });
      if (Buffer.isBuffer(data)) await writeFile(incoming, data, { flush: true });
      else await copyAndSync(data.file, incoming);
      await rename(incoming, target);
      await sync(path.dirname(target));
    } catch (error) {
      await rm(incoming, { force: true }).catch(() => undefined);
      throw storageUnavailable(error);
    }
  }

  override async get(key: string): Promise<Buffer> {
    return readFile(this.pathOf(key)).catch(translate);
  }

  override async stream(key: string): Promise<StoredObject> {
    const file = await open(this.pathOf(key)).catch(translate);
    const { size } = await file.stat();
    return { body: file.createReadStream(), bytes: size };
  }

  override async exists(key: string): Promise<boolean> {
    return stat(this.pathOf(key)).then(
      () => true,
      (error: unknown) => {
        if (isMissing(error)) return false;
        throw storageUnavailable(error);
      },
    );
  }

  override async delete(key: string): Promise<void> {
    await rm(this.pathOf(key), { force: true }).catch(translate);
  }

  override async *list(prefix?: `${string}/`): AsyncIterable<ListedObject> {
    if (prefix) {
      yield* this.filesUnder(path.dirname(this.pathOf(`${prefix}x`)), prefix);
      return;
    }
    for (const shelf of await folders(this.root)) {
      if (shelf.name === INCOMING) continue;
      for (const owner of await folders(path.join(this.root, shelf.name)))
        yield* this.filesUnder(path.join(this.root, shelf.name, owner.name), `${owner.name}/`);
    }
  }

  override async probe(): Promise<void> {
    await access(path.join(this.root, INCOMING), constants.R_OK | constants.W_OK);
    const { bavail, bsize } = await statfs(this.root);
    if (bavail * bsize < LEAST_FREE_BYTES) throw new Error('The disk is full');
  }

  private async *filesUnder(folder: string, prefix: string): AsyncIterable<ListedObject> {
    for (const entry of await entries(folder)) {
      if (entry.isDirectory()) {
        yield* this.filesUnder(path.join(folder, entry.name), `${prefix}${entry.name}/`);
      } else {
        const found = await stat(path.join(folder, entry.name)).catch(() => undefined);
        if (found) yield { key: prefix + entry.name, storedAt: found.mtime };
      }
    }
  }

  /** `<student>/<name>` lies on one of 256 shelves, so that no folder holds a million others. */
  private pathOf(key: string): string {
    const [owner = ''] = checkKey(key).split('/');
    const shelf = createHash('sha256').update(owner).digest('hex').slice(0, 2);
    return path.join(this.root, shelf, key);
  }
}

function translate(error: unknown): never {
  throw isMissing(error) ? notFound() : storageUnavailable(error);
}

async function entries(folder: string): Promise<Dirent[]> {
  return readdir(folder, { withFileTypes: true }).catch((error: unknown) => {
    if (isMissing(error)) return [];
    throw storageUnavailable(error);
  });
}

const folders = async (folder: string) => (await entries(folder)).filter((entry) => entry.isDirectory());

async function copyAndSync(from: string, to: string): Promise<void> {
  await copyFile(from, to, constants.COPYFILE_EXCL | constants.COPYFILE_FICLONE);
  await sync(to);
}

/** Of a file, or of a folder: a rename is on the disk only when its folder is. */
async function sync(name: string): Promise<void> {
  const handle = await open(name);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
