import { type Server, type ServerResponse, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { rmSync, writeFileSync } from 'node:fs';
import { Bench, FIXTURE } from '../testing/bench';
import { provesItsCases } from '../testing/proofs';
import { eventually } from './finder';
import { type WeappDriver, launch } from './weapp';

const API = 'https://api.fixture.example';
const PHOTO = path.join(os.tmpdir(), `photo-${process.pid}.jpg`);
let server: Server;
let app: WeappDriver;
let bench: Bench;

beforeAll(async () => {
  writeFileSync(PHOTO, Buffer.alloc(60_000, 1));
  server = createServer((request, response) => {
    request.resume();
    if (request.url === '/stream') return void stream.start(response);
    request.on('end', () => response.end(request.url === '/big' ? 'x'.repeat(40_000) : '{"ok":true}'));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  app = await launch({ dist: FIXTURE, path: 'pages/bench', hosts: { [API]: `http://127.0.0.1:${port}` } });
  bench = new Bench(app);
}, 30_000);
afterAll(async () => {
  await app?.close();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  rmSync(PHOTO);
});
provesItsCases(() => app);

/** A character of three bytes is cut in two, as happens to every stream of Chinese; the test lets the rest go. */
const stream = {
  words: Buffer.from('你好'),
  end: (): void => undefined,
  start(response: ServerResponse): void {
    response.write(this.words.subarray(0, 4));
    this.end = () => void response.end(this.words.subarray(4));
  },
};

it('hands over the pieces of a stream as they come', async () => {
  const options = { url: `${API}/stream`, enableChunked: true };
  const n = await bench.send({ api: 'request', options, chunks: true });
  await app.see('chunk:4');
  stream.end();
  const { outcome, result } = await bench.answerOf(n);
  expect([outcome, result.statusCode, result.data]).toEqual(['success', 200, '']);
  await app.see('chunk:4 chunk:2');
});

/** How far the transfer is, each time that the page was told. */
const progress = async (): Promise<number[]> =>
  (await (await app.topFrame()).locator('#events').innerText()).split(' ').map(Number);

const isGrowingTo100 = (told: number[]): void => {
  expect(told.length).toBeGreaterThan(5);
  expect(told).toEqual([...told].sort((a, b) => a - b));
  expect(told.at(-1)).toBe(100);
};

const heard = async (): Promise<string> => (await app.topFrame()).locator('#heard').innerText();

it('slows a download, and tells of a weak network and of its end', async () => {
  await bench.run('listen');
  await app.setNetwork('slow');
  await app.see('weak:true');
  const startedAt = Date.now();
  const download = await bench.call('downloadFile', { url: `${API}/big` }, { progress: true });
  expect(download.outcome).toBe('success');
  expect(Date.now() - startedAt).toBeGreaterThan(1_100);
  isGrowingTo100(await progress());
  await app.setNetwork('normal');
  await app.see('weak:false');
});

it('tells the progress of a slow upload, and fails it when the network goes', async () => {
  await app.choosePhotos([PHOTO]);
  const chosen = await bench.call('chooseImage', { count: 1 });
  const [filePath] = chosen.result.tempFilePaths as string[];
  await app.setNetwork({ online: true, latencyMs: 0, bytesPerSecond: 60_000 });
  const upload = { url: `${API}/up`, filePath, name: 'file' };
  expect((await bench.call('uploadFile', upload, { progress: true })).outcome).toBe('success');
  isGrowingTo100(await progress());

  // Ten seconds long, so that it is cut on its way however slow this machine is.
  await app.setNetwork({ online: true, latencyMs: 0, bytesPerSecond: 6_000 });
  const n = await bench.send({ api: 'uploadFile', options: upload, progress: true });
  await eventually(
    async () => `the upload is at ${(await progress()).join()}`,
    async () => ((await progress()).some((share) => share > 0 && share < 100) ? true : undefined),
  );
  await app.setNetwork('offline');
  expect((await bench.answerOf(n)).result).toMatchObject({
    errMsg: expect.stringMatching(/^uploadFile:fail .*ERR_INTERNET_DISCONNECTED$/),
    errno: 600001,
  });
  expect(Math.max(...(await progress()))).toBeLessThan(100);
  await app.see('status:false');
  await app.setNetwork('normal');
  await app.see('status:true');
});

it('tells no more to who no longer listens', async () => {
  await bench.run('stopListening');
  const before = await heard();
  await app.setNetwork('slow');
  await app.setNetwork('offline');
  await app.setNetwork('normal');
  // Asked after all of that, and answered in its order.
  expect((await bench.call('getNetworkType')).result.networkType).toBe('wifi');
  expect(await heard()).toBe(before);
});

it('had no problem', () => {
  app.forgive(/elsewhere\.example/);
  expect(app.problems()).toEqual([]);
});
