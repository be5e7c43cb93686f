import { type Server, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { NETWORKS } from '../network-conditions';
import { type Call, Network } from './http';

const API = 'https://api.fixture.example';
let server: Server;
let network: Network;
/** Requests that the server holds until they are let go. */
let held: (() => void)[];
let inside: number;
let most: number;

beforeEach(async () => {
  [held, inside, most] = [[], 0, 0];
  server = createServer((request, response) => {
    most = Math.max(most, ++inside);
    response.on('close', () => inside--);
    request.resume();
    if (request.url === '/held') held.push(() => response.end('late'));
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
