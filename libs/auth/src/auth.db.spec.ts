import { createTestDatabase, type TestDatabase } from '@wuhao/db/testing';
import {
  asAccount,
  asSession,
  bearer,
  bodyOf,
  codeOf,
  cookieOf,
  H5,
  MINI,
  newPhone,
  newSession,
  PASSWORD,
  register,
  send,
} from './testing/client';
import { startTestApp, useAuthEnv, type TestApp } from './testing/test-app';

let database: TestDatabase;
let api: TestApp;
beforeAll(async () => {
  database = await createTestDatabase();
  useAuthEnv({ DATABASE_URL: database.url });
  api = await startTestApp();
});
afterAll(async () => {
  await api?.close();
  await database?.drop();
});

const me = (token: string) => send(`${api.url}/auth/me`, { method: 'GET', headers: bearer(token) });
const logIn = (phone: string, password: string, headers: Record<string, string> = MINI) =>
  send(`${api.url}/auth/login`, { body: { phone, password }, headers });

describe('registration', () => {
  it('makes an account that is logged in at once', async () => {
    const { phone, answer } = await register(api.url, { nickname: '小五' });
    expect(answer.status).toBe(201);
    const { accessToken, user, expiresIn } = asSession(answer);
    expect(expiresIn).toBe(900);
    expect(user).toMatchObject({ role: 'student', nickname: '小五' });
    expect(user.phone).toBe(`${phone.slice(0, 3)}****${phone.slice(-4)}`);
    expect(asAccount(await me(accessToken))).toEqual(user);
  });

  it.each([
    ['as it is', (p: string) => p],
    ['with +86', (p: string) => `+86${p}`],
    ['with 0086 and spaces', (p: string) => `0086 ${p.slice(0, 3)} ${p.slice(3, 7)} ${p.slice(7)}`],
    ['with hyphens', (p: string) => `86-${p.slice(0, 3)}-${p.slice(3)}`],
    ['in full-width digits', (p: string) => p.replace(/\d/g, (d) => String.fromCharCode(0xff10 + Number(d)))],
  ])('knows a phone that has an account, spelled %s', async (_, spell) => {
    const { phone } = await newSession(api.url);
    const { answer } = await register(api.url, { phone: spell(phone) });
    expect([answer.status, codeOf(answer)]).toEqual([409, 'CONFLICT']);
    expect((await logIn(spell(phone), PASSWORD)).status).toBe(200);
  });

  it('gives one account to the same phone 10 times at once', async () => {
    const phone = newPhone();
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => register(api.url, { phone }).then(({ answer }) => answer.status)),
    );
    expect(answers.sort()).toEqual([201, ...Array<number>(9).fill(409)]);
    const [row] = await api.dataSource.query<{ accounts: string; rest: string }[]>(
      `select (select count(*) from login_identity where value = $1) as accounts,
              (select count(*) from account a where not exists (select from login_identity i where i.account_id = a.id)) as rest`,
      [phone],
    );
    expect(row).toEqual({ accounts: '1', rest: '0' });
  });

  it.each([
    ['a common password', { password: 'woaini1314' }],
    ['a short password', { password: 'tR7!kqz' }],
    ['65 characters', { password: 'Tr7!'.repeat(16) + 'x' }],
    ['the role of an operator', { role: 'operator' }],
    ['an id of its own choice', { id: '018f0000-0000-7000-8000-000000000000' }],
    ['a foreign phone', { phone: '+1 202 555 0100' }],
    ['a phone that is an object', { phone: { $gt: '' } }],
  ])('refuses %s', async (_, wrong) => {
    const { answer } = await register(api.url, wrong);
    expect([answer.status, codeOf(answer)]).toEqual([400, 'VALIDATION_FAILED']);
  });

  it('keeps no password and no token in the clear', async () => {
    const { refreshToken } = await newSession(api.url);
    const secret = refreshToken.split('.')[2]!;
    const rows = await api.dataSource.query<object[]>(
      `select c.password_hash, s.* from credential c join login_session s using (account_id)`,
    );
    const text = JSON.stringify(rows);
    expect(text).toContain('$argon2id$v=19$m=19456,t=2,p=1$');
    expect(text).not.toContain(PASSWORD);
    expect(text).not.toContain(secret);
  });
});

describe('log-in', () => {
  it('answers the same for an unknown phone, a wrong password and a disabled account', async () => {
    const { phone } = await newSession(api.url);
    const disabled = await newSession(api.url);
    await api.dataSource.query('update account set disabled_at = now() where id = $1', [disabled.user.id]);
    const answers = [
      await logIn(newPhone(), PASSWORD),
      await logIn(phone, 'wrong horse battery'),
      await logIn(disabled.phone, PASSWORD),
    ];
    for (const answer of answers) {
      expect([answer.status, codeOf(answer)]).toEqual([401, 'INVALID_CREDENTIALS']);
      expect(bodyOf(answer)).toEqual(bodyOf(answers[0]!));
      expect([...answer.headers.keys()].sort()).toEqual([...answers[0]!.headers.keys()].sort());
    }
    expect(
      codeOf(await send(`${api.url}/auth/refresh`, { body: { refreshToken: disabled.refreshToken } })),
    ).toBe('UNAUTHENTICATED');
  });

  it('takes a password in either form of Unicode', async () => {
    const { phone } = await newSession(api.url, { password: 'caf\u00e9 au lait' });
    expect((await logIn(phone, 'cafe\u0301 au lait')).status).toBe(200);
  });

  it.each([
    ['no body', undefined],
    ['broken JSON', '{"phone":'],
    ['a list', []],
    ['no password', { phone: '13900000000' }],
    ['operators instead of texts', { phone: { $gt: '' }, password: { $gt: '' } }],
    ['an unknown key', { phone: '13900000000', password: 'x', remember: true }],
    ['a prototype key', '{"phone":"13900000000","password":"x","__proto__":{"role":"operator"}}'],
  ])('refuses %s as malformed', async (_, body) => {
    const answer = await send(`${api.url}/auth/login`, { body, headers: MINI });
    expect([answer.status, codeOf(answer)]).toEqual([400, 'VALIDATION_FAILED']);
  });

  it('refuses a kind of client that does not exist', async () => {
    const { phone } = await newSession(api.url);
    expect((await logIn(phone, PASSWORD, { 'x-client-type': 'toaster' })).status).toBe(400);
  });
});

describe('how the refresh token travels', () => {
  it('goes to H5 as a cookie that no script reads, and never in a body', async () => {
    const { phone } = await newSession(api.url);
    for (const headers of [H5, {}]) {
      const answer = await logIn(phone, PASSWORD, headers);
      expect(asSession(answer).refreshToken).toBeUndefined();
      const [cookie = ''] = answer.headers.getSetCookie();
      const attributes = cookie.split('; ').slice(1).sort();
      expect(attributes).toEqual(['HttpOnly', 'Max-Age=2592000', 'Path=/api/v1/auth', 'SameSite=Strict']);
      expect(JSON.stringify(answer.body)).not.toContain(cookieOf(answer)!.slice(3));
    }
  });

  it('goes to the mini-program in the body, and no cookie with it', async () => {
    const { phone } = await newSession(api.url);
    const answer = await logIn(phone, PASSWORD, MINI);
    expect(asSession(answer).refreshToken).toEqual(expect.any(String));
    expect(answer.headers.getSetCookie()).toEqual([]);
  });
});

describe('a token', () => {
  it.each([
    ['no header', {}],
    ['an empty header', { authorization: '' }],
    ['another scheme', { authorization: 'Basic eDp5' }],
    ['garbage', bearer('garbage')],
    ['alg none', bearer(`${Buffer.from('{"alg":"none"}').toString('base64url')}.e30.`)],
  ])('is asked for: %s is 401 with one body', async (_, headers) => {
    const answer = await send(`${api.url}/auth/me`, { method: 'GET', headers });
    expect(answer.status).toBe(401);
    expect(bodyOf(answer)).toEqual({ code: 'UNAUTHENTICATED', message: 'Log in first', requestId: '' });
  });

  it('is dead 15 minutes later', async () => {
    const { accessToken } = await newSession(api.url);
    expect((await me(accessToken)).status).toBe(200);
    api.clock.move(15 * 60_000);
    const late = await me(accessToken);
    api.clock.move(-15 * 60_000);
    expect([late.status, codeOf(late)]).toEqual([401, 'UNAUTHENTICATED']);
  });

  it('of a refresh is no access token', async () => {
    const { refreshToken } = await newSession(api.url);
    expect((await me(refreshToken)).status).toBe(401);
  });
});
