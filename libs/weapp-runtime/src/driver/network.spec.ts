import { type Server, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { rmSync, writeFileSync } from 'node:fs';
import { Bench, FIXTURE } from '../testing/bench';
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
    if (request.url === '/stream') return void streamWords(response);
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

/** A character of three bytes is cut in two, as happens to every stream of Chinese. */
async function streamWords(response: import('node:http').ServerResponse): Promise<void> {
  const text = Buffer.from('你好');
  for (const piece of [text.subarray(0, 4), text.subarray(4)]) {
    response.write(piece);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  response.end();
}

it('hands over the pieces of a stream as they come', async () => {
  const { outcome, result } = await bench.call(
    'request',
    { url: `${API}/stream`, enableChunked: true },
    { chunks: true },
  );
  expect([outcome, result.statusCode, result.data]).toEqual(['success', 200, '']);
  await app.see('chunk:4 chunk:2');
});

it('slows a download, and tells of a weak network and of its end', async () => {
  await bench.run('listen');
  await app.setNetwork('slow');
  await app.see('weak:true');
  const startedAt = Date.now();
  expect((await bench.call('request', { url: `${API}/big` })).outcome).toBe('success');
  expect(Date.now() - startedAt).toBeGreaterThan(1_100);
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
  const frame = await app.topFrame();
  const told = (await frame.locator('#events').innerText()).split(' ').map(Number);
  expect(told.length).toBeGreaterThan(5);
  expect(told).toEqual([...told].sort((a, b) => a - b));
  expect(told.at(-1)).toBe(100);

  const n = await bench.send({ api: 'uploadFile', options: upload, progress: true });
  await app.see('10');
  await app.setNetwork('offline');
  expect((await bench.answerOf(n)).result).toMatchObject({
    errMsg: expect.stringMatching(/^uploadFile:fail .*ERR_INTERNET_DISCONNECTED$/),
    errno: 600001,
  });
  await app.see('status:false');
  await app.setNetwork('normal');
  await app.see('status:true');
});

it('had no problem', () => {
  app.forgive(/elsewhere\.example/);
  expect(app.problems()).toEqual([]);
});
