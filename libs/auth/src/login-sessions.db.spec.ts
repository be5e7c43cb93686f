import { createTestDatabase, type TestDatabase } from '@wuhao/db/testing';
import { setTimeout as wait } from 'node:timers/promises';
import { asSession, bearer, codeOf, cookieOf, H5, MINI, newSession, register, send } from './testing/client';
import { ORIGIN, startTestApp, useAuthEnv, type TestApp } from './testing/test-app';

let database: TestDatabase;
let api: TestApp;
let other: TestApp;
beforeAll(async () => {
  database = await createTestDatabase();
  useAuthEnv({ DATABASE_URL: database.url });
  api = await startTestApp();
  other = await startTestApp(api.clock);
});
afterAll(async () => {
  await api?.close();
  await other?.close();
  await database?.drop();
});

const refresh = (refreshToken: string, { url } = api) =>
  send(`${url}/auth/refresh`, { body: { refreshToken }, headers: MINI });
const successorOf = async (refreshToken: string, on = api) =>
  asSession(await refresh(refreshToken, on)).refreshToken!;
const me = (token: string, { url } = api) =>
  send(`${url}/auth/me`, { method: 'GET', headers: bearer(token) });

/** Milliseconds until `attempt` answers 401; the test fails after 5 s. */
async function msUntilRefused(attempt: () => Promise<{ status: number }>): Promise<number> {
  const startedAt = Date.now();
  while (Date.now() - startedAt < 5_000) {
    if ((await attempt()).status === 401) return Date.now() - startedAt;
    await wait(100);
  }
  throw new Error('still accepted after 5 s');
}

describe('a refresh token', () => {
  it('is exchanged for a new one and a new access token of the same account', async () => {
    const first = await newSession(api.url);
    const second = asSession(await refresh(first.refreshToken));
    expect(second.refreshToken).not.toBe(first.refreshToken);
    expect(second.user).toEqual(first.user);
    expect((await me(second.accessToken)).status).toBe(200);
    expect((await refresh(second.refreshToken!)).status).toBe(200);
  });

  it('gives the same successor again within the grace', async () => {
    const { refreshToken } = await newSession(api.url);
    const successor = await successorOf(refreshToken);
    api.clock.move(9_000);
    expect(await successorOf(refreshToken, other)).toBe(successor);
    expect((await refresh(successor)).status).toBe(200);
  });

  it('gives the same successor 20 times at once, over two processes', async () => {
    const { refreshToken } = await newSession(api.url);
    const successors = await Promise.all(
      Array.from({ length: 20 }, (_, n) => successorOf(refreshToken, n % 2 ? api : other)),
    );
    expect(new Set(successors).size).toBe(1);
    expect((await refresh(successors[0]!)).status).toBe(200);
  });

  it('ends its session everywhere when it comes again after the grace', async () => {
    const { refreshToken } = await newSession(api.url);
    const { refreshToken: successor, accessToken } = asSession(await refresh(refreshToken));
    api.clock.move(10_001);
    expect(codeOf(await refresh(refreshToken))).toBe('UNAUTHENTICATED');
    expect(codeOf(await refresh(successor!))).toBe('UNAUTHENTICATED');
    expect((await me(accessToken)).status).toBe(401);
    await msUntilRefused(() => me(accessToken, other));
  });

  it('ends its session also when it is older than the one before', async () => {
    const { refreshToken } = await newSession(api.url);
    const third = await successorOf(await successorOf(refreshToken));
    expect((await refresh(refreshToken)).status).toBe(401);
    expect((await refresh(third)).status).toBe(401);
  });

  it('leaves the other sessions of the account alone', async () => {
    const { phone, refreshToken } = await newSession(api.url);
    const body = { phone, password: 'correct horse battery' };
    const second = asSession(await send(`${api.url}/auth/login`, { body, headers: MINI }));
    await successorOf(refreshToken);
    api.clock.move(10_001);
    expect((await refresh(refreshToken)).status).toBe(401);
    expect((await refresh(second.refreshToken!)).status).toBe(200);
  });

  it('lives 30 days from its last use', async () => {
    const { refreshToken } = await newSession(api.url);
    const days = (n: number) => api.clock.move(n * 24 * 3600_000);
    days(29);
    const second = await successorOf(refreshToken);
    days(29);
    const third = await successorOf(second);
    days(30);
    expect((await refresh(third)).status).toBe(401);
    days(-88);
  });

  it.each(['x', 'a.b.c', '\u0001', 'e30.e30.e30'])('is not %j', async (token) => {
    expect(codeOf(await refresh(token))).toBe('UNAUTHENTICATED');
  });
});

describe('a refresh by cookie', () => {
  const byCookie = (cookie: string, headers: Record<string, string>, body: unknown = {}) =>
    send(`${api.url}/auth/refresh`, { body, headers: { cookie, ...headers } });
  const newCookie = async () => cookieOf((await register(api.url, {}, H5)).answer)!;

  it('answers with a new cookie and no token in the body, whatever the client calls itself', async () => {
    let cookie = await newCookie();
    for (const type of ['h5', 'miniprogram']) {
      const answer = await byCookie(cookie, { ...H5, 'x-client-type': type });
      expect(answer.status).toBe(200);
      expect(asSession(answer).refreshToken).toBeUndefined();
      expect(cookieOf(answer)).not.toBe(cookie);
      cookie = cookieOf(answer)!;
    }
  });

  it.each([
    ['without the header', { origin: ORIGIN }],
    ['without an origin', { 'x-client-type': 'h5' }],
    ['from another origin', { ...H5, origin: 'https://evil.example' }],
    ['from a sandboxed page', { ...H5, origin: 'null' }],
    ['from another port', { ...H5, origin: 'http://localhost:3001' }],
    ['from a name that begins like ours', { ...H5, origin: `${ORIGIN}.evil.example` }],
    ['from another scheme', { ...H5, origin: ORIGIN.replace('http:', 'https:') }],
  ])('is refused %s, and the token stays good', async (_, headers) => {
    const cookie = await newCookie();
    const refused = await byCookie(cookie, headers);
    expect([refused.status, codeOf(refused)]).toEqual([403, 'FORBIDDEN']);
    expect(cookieOf(refused)).toBeUndefined();
    expect((await byCookie(cookie, H5)).status).toBe(200);
  });

  it('is refused for the token of a mini-program, and in a body for the token of H5', async () => {
    const { refreshToken } = await newSession(api.url);
    expect((await byCookie(`rt=${refreshToken}`, H5)).status).toBe(401);
    expect((await refresh(refreshToken)).status).toBe(200);
    const cookie = await newCookie();
    expect((await refresh(cookie.slice(3))).status).toBe(401);
    expect((await byCookie(cookie, H5)).status).toBe(200);
  });

  it('needs a cookie', async () => {
    expect(codeOf(await send(`${api.url}/auth/refresh`, { body: {}, headers: H5 }))).toBe('UNAUTHENTICATED');
  });
});

describe('log-out', () => {
  const logOut = (token: string, { url } = api) => send(`${url}/auth/logout`, { headers: bearer(token) });

  it('is known at once where it was asked for, and within 5 s in every other process', async () => {
    const { accessToken, refreshToken } = await newSession(api.url);
    expect((await me(accessToken, other)).status).toBe(200);
    const answer = await logOut(accessToken);
    expect([answer.status, answer.body]).toEqual([204, undefined]);
    expect((await me(accessToken)).status).toBe(401);
    expect((await refresh(refreshToken, other)).status).toBe(401);
    await msUntilRefused(() => me(accessToken, other));
  });

  it('is known to a process that starts later', async () => {
    const { accessToken } = await newSession(api.url);
    await logOut(accessToken);
    const later = await startTestApp(api.clock);
    const { status } = await me(accessToken, later);
    await later.close();
    expect(status).toBe(401);
  });

  it('takes the cookie away', async () => {
    const { answer } = await register(api.url, {}, H5);
    const out = await logOut(asSession(answer).accessToken);
    const [cookie = ''] = out.headers.getSetCookie();
    expect(cookie).toMatch(/^rt=;.*Path=\/api\/v1\/auth/);
    expect(cookie).toMatch(/Expires=Thu, 01 Jan 1970/);
  });

  it('keeps what it knows while the database cannot be asked', async () => {
    const { accessToken } = await newSession(api.url);
    await logOut(accessToken);
    await api.dataSource.query('alter table login_session rename to login_session_away');
    await wait(2_500);
    const { status } = await me(accessToken);
    await api.dataSource.query('alter table login_session_away rename to login_session');
    expect(status).toBe(401);
  });
});
