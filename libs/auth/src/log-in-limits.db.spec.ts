import { createTestDatabase, type TestDatabase } from '@wuhao/db/testing';
import { codeOf, MINI, newPhone, newSession, PASSWORD, register, send } from './testing/client';
import { startTestApp, useAuthEnv, type TestApp } from './testing/test-app';

let database: TestDatabase;
let api: TestApp;
beforeAll(async () => {
  database = await createTestDatabase();
  useAuthEnv({ DATABASE_URL: database.url });
});
/** Limits live in the app: each test starts with none used. */
beforeEach(async () => {
  api = await startTestApp();
});
afterEach(() => api?.close());
afterAll(() => database?.drop());

const logIn = (phone: string, password: string, headers: Record<string, string> = {}) =>
  send(`${api.url}/auth/login`, { body: { phone, password }, headers: { ...MINI, ...headers } });

it('stops guessing at a phone, however it is spelled and whatever address the client claims', async () => {
  const { phone } = await newSession(api.url);
  const spellings = [
    phone,
    `+86${phone}`,
    `0086 ${phone}`,
    phone.replace(/\d/g, (d) => String.fromCharCode(0xff10 + Number(d))),
  ];
  const statuses: number[] = [];
  for (let n = 0; n < 14; n++) {
    const address = `198.51.100.${n}`;
    const headers = { 'x-forwarded-for': address, 'x-real-ip': address, forwarded: `for=${address}` };
    statuses.push((await logIn(spellings[n % 4]!, `wrong horse ${n}`, headers)).status);
  }
  expect(statuses).toEqual([...Array<number>(10).fill(401), ...Array<number>(4).fill(429)]);

  const refused = await logIn(phone, PASSWORD);
  expect(codeOf(refused)).toBe('RATE_LIMITED');
  const retryAfter = Number(refused.headers.get('retry-after'));
  expect(retryAfter).toBeGreaterThan(0);
  expect(retryAfter).toBeLessThanOrEqual(300);
});

it('does not let guessing at one phone stop another', async () => {
  const victim = await newSession(api.url);
  const neighbour = await newSession(api.url);
  for (let n = 0; n < 12; n++) await logIn(victim.phone, `wrong horse ${n}`);
  expect((await logIn(neighbour.phone, PASSWORD)).status).toBe(200);
});

it('counts failures only, and forgets them after a success', async () => {
  const { phone } = await newSession(api.url);
  for (let round = 0; round < 3; round++) {
    for (let n = 0; n < 9; n++) expect((await logIn(phone, `wrong horse ${n}`)).status).toBe(401);
    expect((await logIn(phone, PASSWORD)).status).toBe(200);
  }
  const statuses = await Promise.all(
    Array.from({ length: 15 }, () => logIn(phone, PASSWORD).then((answer) => answer.status)),
  );
  expect(new Set(statuses)).toEqual(new Set([200]));
});

it('stops guesses that come all at once', async () => {
  const { phone } = await newSession(api.url);
  const answers = await Promise.all(Array.from({ length: 40 }, (_, n) => logIn(phone, `wrong horse ${n}`)));
  const guesses = answers.filter((answer) => answer.status === 401).length;
  expect(guesses).toBeGreaterThanOrEqual(10);
  expect(guesses).toBeLessThanOrEqual(11);
});

it('stops one address that tries many phones', async () => {
  const answers = await Promise.all(Array.from({ length: 120 }, () => logIn(newPhone(), PASSWORD)));
  const statuses = answers.map((answer) => answer.status);
  expect(statuses.filter((status) => status === 401).length).toBeLessThanOrEqual(101);
  expect(statuses.at(-1)).toBe(429);
});

it('stops asking which phones have an account', async () => {
  const { phone } = await newSession(api.url);
  const statuses: number[] = [];
  for (let n = 0; n < 22; n++) statuses.push((await register(api.url, { phone })).answer.status);
  expect(statuses).toEqual([...Array<number>(20).fill(409), 429, 429]);
  // Nor does the next phone tell, known or not.
  expect((await register(api.url)).answer.status).toBe(429);
});

it('takes as long for a phone without an account as for one with', async () => {
  const known = await Promise.all(Array.from({ length: 5 }, () => newSession(api.url)));
  const time = async (phone: string) => {
    const startedAt = performance.now();
    expect((await logIn(phone, 'wrong horse battery')).status).toBe(401);
    return performance.now() - startedAt;
  };
  const times: { known: number[]; unknown: number[] } = { known: [], unknown: [] };
  // In turns, so that a busy machine is as busy for both.
  for (let n = 0; n < 25; n++) {
    times.known.push(await time(known[n % 5]!.phone));
    times.unknown.push(await time(newPhone()));
  }
  // The fastest of many: what else the machine does only ever adds.
  const ratio = Math.min(...times.unknown) / Math.min(...times.known);
  // Without the dummy hash it is about a tenth.
  expect(ratio).toBeGreaterThan(0.7);
  expect(ratio).toBeLessThan(1.4);
});
