import { createHash, randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import { DiskObjectStore } from './disk-object-store';
import type { ObjectStore } from './object-store';
import { OssObjectStore } from './oss-object-store';
import { FakeOss } from './testing';

const KEY = '0193e4a0-0000-7000-8000-000000000001/0193e4a0-0000-7000-8000-000000000002.picture.jpg';
const MIME = 'image/jpeg';

let root: string;
let oss: FakeOss;
beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'wuhao-objects-'));
  oss = await FakeOss.start();
});
afterEach(async () => {
  await rm(root, { recursive: true });
  await oss.stop();
});

async function openDisk(): Promise<DiskObjectStore> {
  const store = new DiskObjectStore(root);
  await store.open();
  return store;
}
const openOss = async () => new OssObjectStore(oss.bucket);
const keysOf = async (store: ObjectStore, prefix?: `${string}/`) => {
  const keys = [];
  for await (const { key } of store.list(prefix)) keys.push(key);
  return keys.sort();
};

describe.each<[string, () => Promise<ObjectStore>]>([
  ['on disk', openDisk],
  ['in a bucket', openOss],
])('an object store %s', (_name, open) => {
  it.each([0, 1, 70_000, 3_000_000])('gives %i bytes back as they were', async (size) => {
    const store = await open();
    const bytes = randomBytes(size);
    await store.put(KEY, bytes, MIME);
    expect((await store.get(KEY)).equals(bytes)).toBe(true);
    const streamed = await store.stream(KEY);
    expect(streamed.bytes).toBe(size);
    expect((await buffer(streamed.body)).equals(bytes)).toBe(true);
  });

  it('takes a file, and leaves it where it is', async () => {
    const store = await open();
    const file = path.join(root, 'upload');
    const bytes = randomBytes(400_000);
    await writeFile(file, bytes);
    await store.put(KEY, { file }, MIME);
    expect((await store.get(KEY)).equals(bytes)).toBe(true);
    expect((await readFile(file)).equals(bytes)).toBe(true);
  });

  it('replaces an object, and deletes it as often as asked', async () => {
    const store = await open();
    await store.put(KEY, Buffer.from('first'), MIME);
    await store.put(KEY, Buffer.from('second'), MIME);
    expect(String(await store.get(KEY))).toBe('second');
    expect(await store.exists(KEY)).toBe(true);
    await store.delete(KEY);
    await store.delete(KEY);
    expect(await store.exists(KEY)).toBe(false);
  });

  it('says NOT_FOUND for what is not there', async () => {
    const store = await open();
    await expect(store.get(KEY)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(store.stream(KEY)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('lists all objects, or those of one student', async () => {
    const store = await open();
    const keys = ['a/1.jpg', 'a/2.jpg', 'b/1.jpg', 'b/2.jpg', 'c/1.jpg'];
    for (const key of keys) await store.put(key, Buffer.from(key), MIME);
    expect(await keysOf(store)).toEqual(keys);
    expect(await keysOf(store, 'b/')).toEqual(['b/1.jpg', 'b/2.jpg']);
    expect(await keysOf(store, 'd/')).toEqual([]);
    for await (const { storedAt } of store.list())
      expect(Date.now() - storedAt.getTime()).toBeLessThan(60_000);
  });

  it.each(['../a', 'a/../b', '/a/b', 'a', 'a/', 'a//b', 'a/.b', 'a\\b/c', 'a/b c', 'A/b', 'a/b\0', ''])(
    'refuses the key %j',
    async (key) => {
      const store = await open();
      await expect(store.put(key, Buffer.alloc(1), MIME)).rejects.toThrow('not an object key');
      await expect(store.get(key)).rejects.toThrow('not an object key');
    },
  );

  it('keeps one whole object when many are written under one key at once', async () => {
    const store = await open();
    const versions = Array.from({ length: 8 }, () => randomBytes(200_000));
    await Promise.all(versions.map((bytes) => store.put(KEY, bytes, MIME)));
    const kept = await store.get(KEY);
    expect(versions.some((bytes) => bytes.equals(kept))).toBe(true);
  });

  it('is healthy', async () => {
    await expect((await open()).probe()).resolves.toBeUndefined();
  });
});

describe('the disk', () => {
  it('spreads students over folders by their hash', async () => {
    const store = await openDisk();
    await store.put(KEY, Buffer.from('x'), MIME);
    const shelf = createHash('sha256').update(KEY.split('/')[0]!).digest('hex').slice(0, 2);
    expect(existsSync(path.join(root, shelf, KEY))).toBe(true);
  });

  it('leaves nothing behind when a file cannot be read', async () => {
    const store = await openDisk();
    await expect(store.put(KEY, { file: path.join(root, 'missing') }, MIME)).rejects.toMatchObject({
      code: 'STORAGE_UNAVAILABLE',
      retryable: true,
    });
    expect(await store.exists(KEY)).toBe(false);
    expect(await readdir(path.join(root, '.incoming'))).toEqual([]);
  });

  it('is unavailable and unhealthy without its folder', async () => {
    const store = await openDisk();
    await rm(root, { recursive: true });
    await writeFile(root, 'a file in the way');
    await expect(store.put(KEY, Buffer.alloc(1), MIME)).rejects.toMatchObject({
      code: 'STORAGE_UNAVAILABLE',
    });
    await expect(store.get(KEY)).rejects.toMatchObject({ code: 'STORAGE_UNAVAILABLE' });
    await expect(store.probe()).rejects.toThrow();
  });

  it('sweeps what an interrupted write left, but not what is being written', async () => {
    const incoming = path.join(root, '.incoming');
    await mkdir(incoming);
    await writeFile(path.join(incoming, 'old'), 'x');
    await writeFile(path.join(incoming, 'new'), 'x');
    const yesterday = Date.now() / 1000 - 86_400;
    await utimes(path.join(incoming, 'old'), yesterday, yesterday);
    await openDisk();
    await openDisk();
    expect(await readdir(incoming)).toEqual(['new']);
  });
});

describe('the bucket', () => {
  it('is private: a wrong secret stores and reads nothing', async () => {
    const stranger = new OssObjectStore({ ...oss.bucket, OSS_ACCESS_KEY_SECRET: 'not-the-secret' });
    await expect(stranger.put(KEY, Buffer.alloc(1), MIME)).rejects.toMatchObject({
      code: 'STORAGE_UNAVAILABLE',
    });
    await expect(stranger.probe()).rejects.toMatchObject({ code: 'STORAGE_UNAVAILABLE' });
    expect(oss.refused).toBe(2);
    expect(oss.objects.size).toBe(0);
  });

  it('is told the type of what it keeps', async () => {
    await (await openOss()).put(KEY, Buffer.alloc(1), MIME);
    expect(oss.objects.get(KEY)?.type).toBe(MIME);
  });

  it.each(['unavailable', 'cut'] as const)(
    'is unavailable, and may be tried again, when it is %s',
    async (failure) => {
      const store = await openOss();
      await store.put(KEY, randomBytes(100_000), MIME);
      oss.failure = failure;
      await expect(store.get(KEY)).rejects.toMatchObject({ code: 'STORAGE_UNAVAILABLE', retryable: true });
    },
  );

  it('keeps its secrets out of errors', async () => {
    const store = await openOss();
    oss.failure = 'unavailable';
    const error = await store.get(KEY).catch((thrown: unknown) => thrown as Error);
    expect(JSON.stringify([error, (error as Error).cause, String((error as Error).cause)])).not.toMatch(
      /Signature|Credential|test-key/,
    );
  });
});
