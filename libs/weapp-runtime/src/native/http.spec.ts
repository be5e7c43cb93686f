import { type Server, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { NETWORKS } from '../network-conditions';
import { type Call, Network, toHeaderFields } from './http';

const API = 'https://api.fixture.example';
let server: Server;
let network: Network;
/** Requests that the server holds until they are let go. */
let held: (() => void)[];
/** What arrived, the way of a redirect included. */
let seen: { method?: string; url?: string; body: string; type?: string }[];
let inside: number;
let most: number;

beforeEach(async () => {
  [held, seen, inside, most] = [[], [], 0, 0];
  server = createServer((request, response) => {
    most = Math.max(most, ++inside);
    response.on('close', () => inside--);
    const { method, url } = request;
    const arrival = { method, url, type: request.headers['content-type'], body: '' };
    seen.push(arrival);
    request.on('data', (chunk: Buffer) => (arrival.body += chunk.toString()));
    const [, status, location] = /^\/(30\d)\/(.*)$/.exec(url ?? '') ?? [];
    if (status) response.writeHead(Number(status), { Location: decodeURIComponent(location ?? '') }).end();
    else if (request.url === '/held') held.push(() => response.end('late'));
    else request.on('end', () => response.end('x'.repeat(20_000)));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  network = new Network({ [API]: base }, NETWORKS.normal, () => undefined);
});
afterEach(async () => {
  jest.useRealTimers();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

const send = (path: string, more: Partial<Call> = {}) =>
  network.send({
    url: API + path,
    method: 'GET',
    headers: {},
    signal: new AbortController().signal,
    ...more,
  });
const arrived = async (count: number): Promise<void> => {
  while (held.length < count) await new Promise((resolve) => setImmediate(resolve));
};

it('sends ten at once, and the eleventh when one has come back', async () => {
  const all = Array.from({ length: 11 }, () => send('/held'));
  await arrived(10);
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(held).toHaveLength(10);
  held[0]?.();
  await arrived(11);
  for (const letGo of held) letGo();
  await Promise.all(all);
  expect(most).toBe(10);
});

it('counts uploads for themselves', async () => {
  const requests = Array.from({ length: 10 }, () => send('/held'));
  const upload = send('/held', { kind: 'uploadFile', method: 'POST', body: Buffer.from('x') });
  await arrived(11);
  for (const letGo of held) letGo();
  await Promise.all([...requests, upload]);
});

it('is as slow as it is told, up and down', async () => {
  network.change({ ...NETWORKS.normal, latencyMs: 100, bytesPerSecond: 50_000 });
  const startedAt = Date.now();
  const sent: number[] = [];
  await send('/', { method: 'POST', body: Buffer.alloc(20_000), onSent: (bytes) => sent.push(bytes) });
  expect(Date.now() - startedAt).toBeGreaterThan(850);
  expect(sent).toEqual([5_000, 10_000, 15_000, 20_000]);
});

it('fails what is under way when the network goes, and what comes after', async () => {
  const failed = expect(send('/held')).rejects.toMatchObject({
    reason: expect.stringContaining('ERR_INTERNET_DISCONNECTED'),
    errno: 600001,
  });
  await arrived(1);
  network.change(NETWORKS.offline);
  await failed;
  await expect(send('/')).rejects.toThrow('ERR_INTERNET_DISCONNECTED');
  network.change(NETWORKS.normal);
  await expect(send('/')).resolves.toMatchObject({ status: 200 });
});

it('interrupts what takes more than five seconds in the background', async () => {
  jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate', 'queueMicrotask', 'performance', 'Date'] });
  network.hide();
  const failed = expect(send('/held')).rejects.toMatchObject({ reason: 'interrupted', errno: 600003 });
  await arrived(1);
  jest.advanceTimersByTime(5_000);
  await failed;
  await expect(send('/')).rejects.toThrow('interrupted');
  network.show();
  await expect(send('/')).resolves.toMatchObject({ status: 200 });
});

it('gives up after its time, the waiting for a slow line included', async () => {
  network.change(NETWORKS.slow);
  await expect(send('/', { timeoutMs: 50 })).rejects.toMatchObject({ reason: 'timeout', errno: 5 });
});

describe('a redirect', () => {
  const to = (status: number, location: string): string => `/${status}/${encodeURIComponent(location)}`;
  const post = { method: 'POST', body: Buffer.from('x'), headers: { 'content-type': 'text/plain' } };

  it('is followed, and only the last answer is told of', async () => {
    const told: number[] = [];
    const answer = await send(to(302, to(301, `${API}/there`)), {
      onHeaders: ({ status }) => told.push(status),
    });
    expect(answer.status).toBe(200);
    expect(told).toEqual([200]);
    expect(seen.map(({ url }) => url).slice(1)).toEqual([to(301, `${API}/there`), '/there']);
  });

  it('is not followed to a host off the list', async () => {
    await expect(send(to(302, 'https://elsewhere.example/x'))).rejects.toMatchObject({
      reason: 'url not in domain list:elsewhere.example',
      errno: 600002,
    });
  });

  it.each([
    [301, 'GET', ''],
    [302, 'GET', ''],
    [303, 'GET', ''],
    [307, 'POST', 'x'],
    [308, 'POST', 'x'],
  ])('by %i of a POST goes on as %s', async (status, method, body) => {
    await send(to(status, '/there'), post);
    const type = body === '' ? undefined : 'text/plain';
    expect(seen.at(-1)).toEqual({ method, url: '/there', body, type });
  });

  it('is an answer for who asked for it', async () => {
    const answer = await send(to(302, '/there'), { redirect: 'manual' });
    expect([answer.status, answer.fields.Location]).toEqual([302, '/there']);
  });

  it('has an end', async () => {
    await expect(send(to(302, '.'))).rejects.toThrow('ERR_TOO_MANY_REDIRECTS');
  });
});

it('gives header names as they came, and each once', () => {
  const raw = ['X-One', '1', 'x-two', '2', 'x-one', '3', 'Set-Cookie', 'a=1', 'Set-Cookie', 'b=2'];
  expect(toHeaderFields(raw)).toEqual({ 'X-One': '1,3', 'x-two': '2', 'Set-Cookie': 'a=1,b=2' });
});
