import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { eventually } from '@wuhao/weapp-runtime';
import { Door } from './door';

const tokenOf = (sub: string, iat?: number): string =>
  ['head', Buffer.from(JSON.stringify({ sub, iat })).toString('base64url'), 'signature'].join('.');

let server: http.Server;
let door: Door;

/** Says what came to it; `/stream` begins and goes on only when it is told to, `/silence` is never answered. */
let goOn: () => void;
let silenceBroken: Promise<void> | undefined;
beforeEach(async () => {
  server = http.createServer((request, response) => {
    if (request.url === '/stream') {
      response.writeHead(200).flushHeaders();
      goOn = () => response.end('an event');
      return;
    }
    if (request.url === '/silence') {
      silenceBroken = new Promise((resolve) => request.once('close', resolve));
      return;
    }
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      const { authorization, origin } = request.headers;
      response.setHeader('set-cookie', ['a=1', 'b=2']);
      response.statusCode = /signature$/.test(authorization ?? 'signature') ? 200 : 401;
      response.end(JSON.stringify({ url: request.url, body, origin }));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  door = await Door.before(`http://localhost:${(server.address() as AddressInfo).port}`);
});
afterEach(async () => {
  await door.shut();
  server.closeAllConnections();
  server.close();
});

const ask = (path: string, options: RequestInit = {}): Promise<Response> =>
  fetch(door.address + path, options);
const authorization = `Bearer ${tokenOf('a child')}`;

it('lets everything through as it came, and knows what did', async () => {
  const answer = await ask('/x?y=1', {
    method: 'POST',
    body: 'words',
    headers: { authorization, 'idempotency-key': 'k' },
  });
  expect(await answer.json()).toEqual({ url: '/x?y=1', body: 'words' });
  expect(answer.headers.getSetCookie()).toEqual(['a=1', 'b=2']);
  expect(door.passages).toEqual([
    { method: 'POST', path: '/x', account: 'a child', idempotencyKey: 'k', status: 200 },
  ]);
});

it('is of the server’s origin to pages that come through it, and to no others', async () => {
  const originOf = async (origin: string) =>
    ((await (await ask('/', { headers: { origin } })).json()) as { origin: string }).origin;
  expect(await originOf(door.address)).toBe(`http://localhost:${(server.address() as AddressInfo).port}`);
  expect(await originOf('http://elsewhere.example')).toBe('http://elsewhere.example');
});

it('refuses everything while it is shut, also what is under way, and opens at the same place', async () => {
  const { address } = door;
  const stream = await ask('/stream');
  const broken = expect(stream.text()).rejects.toThrow();
  await door.shut();
  await broken;
  await expect(ask('/')).rejects.toThrow();
  await door.open();
  expect(door.address).toBe(address);
  expect((await ask('/')).status).toBe(200);
});

it('lets a stream begin before its first event', async () => {
  const stream = await ask('/stream');
  expect(stream.status).toBe(200);
  goOn();
  expect(await stream.text()).toBe('an event');
});

it('makes the tokens expire that were used so far, and no later ones', async () => {
  await ask('/', { headers: { authorization } });
  await door.expireAccessTokens();
  expect((await ask('/', { headers: { authorization } })).status).toBe(401);
  expect((await ask('/', { headers: { authorization: `Bearer ${tokenOf('b')}` } })).status).toBe(200);
});

it('lets the second pass in which the newest token was made: it would be made once more', async () => {
  const iat = Math.floor(Date.now() / 1000);
  await ask('/', { headers: { authorization: `Bearer ${tokenOf('a', iat)}` } });
  await door.expireAccessTokens();
  expect(Date.now()).toBeGreaterThanOrEqual((iat + 1) * 1000);
});

it('remembers without an answer what the phone broke off, and breaks it off for the server', async () => {
  const broken = new AbortController();
  const asked = ask('/silence', { signal: broken.signal });
  await eventually(
    () => 'nothing came to the server',
    () => Promise.resolve(silenceBroken ? true : undefined),
  );
  broken.abort();
  await expect(asked).rejects.toThrow('aborted');
  await silenceBroken;
  expect(door.passages).toEqual([expect.objectContaining({ path: '/silence', status: null })]);
});
