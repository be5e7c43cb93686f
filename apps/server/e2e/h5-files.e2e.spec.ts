import { readdirSync } from 'node:fs';
import path from 'node:path';
import { startTestApi, type TestApi } from './test-api';

const built = path.resolve(import.meta.dirname, '../../../dist/client/h5');
const script = `/js/${readdirSync(path.join(built, 'js')).find((file) => /^app\.\w+\.js$/.test(file))!}`;
let testApi: TestApi;
const get = (at: string, headers: Record<string, string> = {}) =>
  fetch(testApi.server.origin + at, { headers: { accept: 'text/html', ...headers } });

beforeAll(async () => {
  testApi = await startTestApi();
}, 120_000);
afterAll(() => testApi.stop());

it.each([
  ['br, gzip', 'br'],
  ['gzip', 'gzip'],
  ['identity', null],
])('sends what a browser that accepts %s can read, and says what it depends on', async (accepted, sent) => {
  for (const at of ['/', '/home', script]) {
    const answer = await get(at, { 'accept-encoding': accepted });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-encoding')).toBe(sent);
    expect(answer.headers.get('vary')).toContain('accept-encoding');
    expect((await answer.text()).length).toBeGreaterThan(500);
  }
});

it('lets files with a hash in their name be kept for a year', async () => {
  const answer = await get(script, { 'accept-encoding': 'br' });
  expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
});

it('has the document asked for anew each time, and spares its bytes when it is the same', async () => {
  for (const at of ['/', '/home', '/pages/homework/list']) {
    const first = await get(at, { 'accept-encoding': 'br' });
    expect(first.headers.get('cache-control')).toBe('no-cache');
    const again = await get(at, {
      'accept-encoding': 'br',
      'if-none-match': first.headers.get('etag')!,
      // Node's own default for requests with conditions would ask every cache to step aside.
      'cache-control': 'max-age=0',
    });
    expect(again.status).toBe(304);
  }
});

it('names the files of a page in the head of its document', async () => {
  const links = async (at: string) => (await get(at)).headers.get('link') ?? '';
  expect(await links('/home')).toMatch(/<\/js\/shared\.\w+\.js>; rel=preload; as=script/);
  expect(await links('/pages/homework/result?id=1')).toMatch(/as=style/);
  expect(await links('/api/v1/health/live')).toBe('');
  for (const [, file] of (await links('/home')).matchAll(/<([^>]+)>/g))
    expect((await get(file!)).status).toBe(200);
});
