import { createHash } from 'node:crypto';
import { readdir, rm, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { FileView } from '@wuhao/contracts';
import { uuidv7 } from '@wuhao/core';
import { ObjectStore, pictureKey } from '@wuhao/storage';
import { jpegPhoto, phonePhoto } from '@wuhao/storage/testing';
import sharp from 'sharp';
import { FilesService } from './files.service';
import { OrphanSweep } from './orphan-sweep';
import { startFilesApp, type FilesTestApp } from './testing/files-app';

let files: FilesTestApp;
beforeAll(async () => {
  files = await startFilesApp();
});
afterAll(() => files.stop());

const view = async (response: Response) => FileView.parse(await response.json());
const get = (url: string, headers: Record<string, string> = {}) => fetch(files.origin + url, { headers });

describe('an uploaded photo', () => {
  it('is there as an upright picture and a thumbnail that load without headers', async () => {
    const upload = await phonePhoto(6);
    const response = await files.upload(upload);
    expect(response.status).toBe(201);
    const file = await view(response);
    expect(file).toMatchObject({ width: 300, height: 400, mime: 'image/jpeg' });
    expect(file.sha256).toBe(createHash('sha256').update(upload).digest('hex'));

    const picture = await get(file.url);
    expect(picture.status).toBe(200);
    expect(Object.fromEntries(picture.headers)).toMatchObject({
      'content-type': 'image/jpeg',
      'content-length': String(file.bytes),
      'x-content-type-options': 'nosniff',
      etag: `"${file.id}.picture"`,
    });
    expect(picture.headers.get('cache-control')).toMatch(/^private, max-age=\d+, immutable$/);
    expect(Number(/max-age=(\d+)/.exec(picture.headers.get('cache-control')!)![1])).toBeLessThanOrEqual(900);
    const bytes = Buffer.from(await picture.arrayBuffer());
    expect(bytes.length).toBe(file.bytes);
    expect(bytes.includes('PlantedPhoneMaker')).toBe(false);
    expect(await sharp(bytes).metadata()).toMatchObject({ width: 300, height: 400 });

    const thumbnail = await get(file.thumbnailUrl);
    expect(await sharp(Buffer.from(await thumbnail.arrayBuffer())).metadata()).toMatchObject({ height: 320 });
    expect((await get(file.url, { 'if-none-match': `"${file.id}.picture"` })).status).toBe(304);
  });

  it('is one file when the same key comes 20 times at once, and the same answer each time', async () => {
    const before = await files.rowCount();
    const upload = await jpegPhoto();
    const key = uuidv7();
    const responses = await Promise.all(Array.from({ length: 20 }, () => files.upload(upload, { key })));
    expect(responses.map((response) => response.status)).toEqual(Array(20).fill(201));
    const ids = new Set((await Promise.all(responses.map(view))).map((file) => file.id));
    expect(ids.size).toBe(1);
    expect(await files.rowCount()).toBe(before + 1);
    expect((await files.filesLeft()).filter((name) => name.startsWith([...ids][0]!))).toHaveLength(2);
    expect(await files.filesLeft()).toHaveLength(2 * (before + 1));
  });

  it('keeps its key: other bytes or another purpose under it are a conflict', async () => {
    const key = uuidv7();
    const upload = await jpegPhoto();
    const first = await view(await files.upload(upload, { key }));
    const rows = await files.rowCount();
    const other = await files.upload(await jpegPhoto({ width: 200, height: 100 }), { key });
    expect(other.status).toBe(409);
    expect(await other.json()).toMatchObject({ code: 'CONFLICT' });
    expect((await files.upload(upload, { key, purpose: 'mistake' })).status).toBe(409);
    expect((await view(await files.upload(upload, { key }))).id).toBe(first.id);
    // The keys of another student are its own.
    const stranger = await files.upload(upload, { key, token: await files.newStudent() });
    expect((await view(stranger)).id).not.toBe(first.id);
    expect(await files.rowCount()).toBe(rows + 1);
  });

  it('is found again by its key, by its own student only', async () => {
    const key = uuidv7();
    const upload = await jpegPhoto();
    expect((await files.find(key)).status).toBe(404);
    const stored = await view(await files.upload(upload, { key }));
    const found = await files.find(key.toUpperCase());
    expect(found.status).toBe(200);
    expect(await view(found)).toMatchObject({ id: stored.id, sha256: stored.sha256 });

    const stranger = await files.newStudent();
    const answers = [
      await files.find(key, stranger),
      await files.find(uuidv7()),
      await files.find('nonsense'),
    ];
    for (const answer of answers) {
      expect(answer.status).toBe(404);
      const { requestId: _, ...body } = (await answer.json()) as Record<string, unknown>;
      expect(body).toEqual({ code: 'NOT_FOUND', message: 'Not found' });
    }
    // The same key is another file for somebody else.
    const theirs = await view(await files.upload(upload, { key, token: stranger }));
    expect((await view(await files.find(key, stranger))).id).toBe(theirs.id);
    expect((await view(await files.find(key))).id).toBe(stored.id);
  });

  it('can be used by its own student only', async () => {
    const { id } = await view(await files.upload(await jpegPhoto()));
    const service = files.app.get(FilesService);
    const other = await view(await files.upload(await jpegPhoto()));
    const rows = await service.ownedBy(files.dataSource, files.student, [other.id, id]);
    expect(rows.map((row) => row.fileId)).toEqual([other.id, id]);
    expect(rows[1]).toMatchObject({ studentId: files.student, width: 400, height: 300, purpose: 'homework' });
    await files.dataSource.transaction(async (tx) =>
      expect(await service.ownedBy(tx, files.student, [id])).toHaveLength(1),
    );
    const stranger = await files.newStudent();
    for (const [student, ids] of [
      [stranger, [id]],
      [files.student, [id, uuidv7()]],
    ] as const)
      await expect(service.ownedBy(files.dataSource, student, ids)).rejects.toMatchObject({
        code: 'NOT_FOUND',
      });
    expect(await sharp(await service.read(files.student, id)).metadata()).toMatchObject({ width: 400 });
  });

  it('answers 503 and keeps no row when the store does not take it', async () => {
    const rows = await files.rowCount();
    const store = files.app.get(ObjectStore);
    const objects = path.join(files.dataDir, 'objects', '.incoming');
    await rm(objects, { recursive: true });
    await writeFile(objects, 'in the way');
    const response = await files.upload(await jpegPhoto());
    await rm(objects);
    await (store as unknown as { open(): Promise<void> }).open();
    expect(response.status).toBe(503);
    expect(response.headers.get('retry-after')).toBe('5');
    expect(await response.json()).toMatchObject({ code: 'STORAGE_UNAVAILABLE' });
    expect(await files.rowCount()).toBe(rows);
    expect((await files.upload(await jpegPhoto())).status).toBe(201);
  });
});

describe('a signed URL', () => {
  it('that is forged, over or names nothing gets one and the same answer', async () => {
    const file = await view(await files.upload(await jpegPhoto()));
    const own = new URL(file.url, files.origin);
    const change = (name: string, value: string) => {
      const url = new URL(own);
      url.searchParams.set(name, value);
      return url.pathname + url.search;
    };
    const bodyOf = async (url: string) => {
      const response = await get(url);
      const { requestId, ...body } = (await response.json()) as Record<string, unknown>;
      expect(typeof requestId).toBe('string');
      return { status: response.status, body };
    };
    const gone = await view(await files.upload(await jpegPhoto()));
    await files.app.get(FilesService).discard(files.student, [gone.id]);
    const expected = { status: 404, body: { code: 'NOT_FOUND', message: 'Not found' } };
    for (const url of [
      gone.url,
      change('v', 'thumbnail'),
      change('e', String(Number(own.searchParams.get('e')) + 300)),
      change('e', '1'),
      change('s', 'A'.repeat(21)),
      own.pathname.replace(/.$/, '_') + own.search,
      `/api/v1/files/${file.id}${own.search}`,
      `/api/v1/files/..%2f..%2fetc${own.search}`,
    ])
      expect([url, await bodyOf(url)]).toEqual([url, expected]);
    expect((await get(`${file.url}&x=1`)).status).toBe(400);
    expect((await get(own.pathname)).status).toBe(400);
    expect((await get(file.url)).status).toBe(200);
  });
});

describe('a part of a picture', () => {
  const partOf = (url: string, part: string, type?: string) =>
    get(`${url}&part=${part}${type ? `&type=${type}` : ''}`);

  it('comes by the URL of the picture and the part, kept by the client as long as that', async () => {
    const file = await view(await files.upload(await jpegPhoto({ width: 400, height: 300 })));
    const jpeg = await partOf(file.url, '10,20,200,50');
    expect(jpeg.status).toBe(200);
    expect(jpeg.headers.get('cache-control')).toMatch(/^private, max-age=\d+, immutable$/);
    const webp = await partOf(file.url, '10,20,200,50', 'webp');
    for (const [response, type] of [
      [jpeg, 'jpeg'],
      [webp, 'webp'],
    ] as const) {
      const bytes = Buffer.from(await response.arrayBuffer());
      expect(Object.fromEntries(response.headers)).toMatchObject({
        'content-type': `image/${type}`,
        'content-length': String(bytes.length),
        'x-content-type-options': 'nosniff',
        etag: `"${file.id}.10,20,200,50.${type}"`,
      });
      expect(await sharp(bytes).metadata()).toMatchObject({ format: type, width: 200, height: 50 });
    }
    const etag = webp.headers.get('etag')!;
    const again = await get(`${file.url}&part=10,20,200,50&type=webp`, { 'if-none-match': etag });
    expect(again.status).toBe(304);
  });

  it('is not given without the right URL, of a thumbnail, outside of the picture, or as anything else', async () => {
    const file = await view(await files.upload(await jpegPhoto({ width: 400, height: 300 })));
    const statusOf = async (url: string) => (await get(url)).status;
    expect(await statusOf(`${file.url}&part=0,0,400,300`)).toBe(200);
    expect(await statusOf(`${file.url.slice(0, -1)}&part=0,0,400,300`)).toBe(404);
    expect(await statusOf(`${file.thumbnailUrl}&part=0,0,40,30`)).toBe(400);
    for (const wrong of [
      'part=0,0,401,300',
      'part=0,0,0,0',
      'part=-1,0,9,9',
      'part=1,2,3',
      'part=a',
      'type=webp',
    ])
      expect([wrong, await statusOf(`${file.url}&${wrong}`)]).toEqual([wrong, 400]);
    expect(await statusOf(`${file.url}&part=0,0,400,300&type=gif`)).toBe(400);
  });

  it('has a limit for each student: a part is work for the server, a picture is not', async () => {
    const file = await view(await files.upload(await jpegPhoto({ width: 40, height: 30 })));
    const statuses = [];
    for (let n = 0; n < 301; n++) statuses.push((await partOf(file.url, '0,0,1,1')).status);
    expect(statuses.at(-1)).toBe(429);
    expect((await get(file.url)).status).toBe(200);
  });
});

describe('the sweep of orphans', () => {
  it('removes old objects without a row, and nothing else, however often it runs', async () => {
    const store = files.app.get(ObjectStore);
    const sweep = files.app.get(OrphanSweep);
    const kept = await view(await files.upload(await jpegPhoto()));
    const orphans = [uuidv7(), uuidv7()];
    for (const id of orphans) {
      await store.put(pictureKey(files.student, id, 'picture'), Buffer.from('x'), 'image/jpeg');
      await store.put(pictureKey(files.student, id, 'thumbnail'), Buffer.from('x'), 'image/jpeg');
    }
    expect(await sweep.run()).toBe(0);

    const [, fresh] = orphans;
    const twoDaysAgo = Date.now() / 1000 - 2 * 86_400;
    const root = path.join(files.dataDir, 'objects');
    for (const entry of await readdir(root, { recursive: true, withFileTypes: true }))
      if (entry.isFile() && !entry.name.startsWith(fresh!))
        await utimes(path.join(entry.parentPath, entry.name), twoDaysAgo, twoDaysAgo);

    const [first, second] = await Promise.all([sweep.run(), sweep.run()]);
    expect(first + second).toBeGreaterThanOrEqual(2);
    expect(await sweep.run()).toBe(0);
    expect(await store.exists(pictureKey(files.student, orphans[0]!, 'picture'))).toBe(false);
    expect(await store.exists(pictureKey(files.student, fresh!, 'picture'))).toBe(true);
    expect((await get(kept.url)).status).toBe(200);
    expect((await get(kept.thumbnailUrl)).status).toBe(200);
  });
});
