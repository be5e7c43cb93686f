import { createHmac, randomUUID } from 'node:crypto';
import { JwtService } from '@nestjs/jwt';
import { TOKEN_SECRET, useTestEnv } from '@wuhao/core/testing';
import { AccessTokens, jwtOptions } from './access-tokens';
import { TestClock } from './testing/test-app';

const viewer = { accountId: randomUUID(), role: 'student', sessionId: randomUUID() } as const;

let clock: TestClock;
let tokens: AccessTokens;
beforeEach(() => {
  useTestEnv();
  clock = new TestClock();
  tokens = new AccessTokens(new JwtService(jwtOptions()), clock);
});

const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url');
const partsOf = (token: string) =>
  token
    .split('.')
    .slice(0, 2)
    .map((part) => JSON.parse(Buffer.from(part, 'base64url').toString()) as Record<string, unknown>);

/** A good token with other words in it, signed as an attacker could, or as we would by mistake. */
function forge(
  header: object,
  claims: object,
  { secret = TOKEN_SECRET, hash = 'sha256', signature = '' } = {},
) {
  const [goodHeader, goodClaims] = partsOf(tokens.sign(viewer));
  const signed = `${encode({ ...goodHeader, ...header })}.${encode({ ...goodClaims, ...claims })}`;
  return `${signed}.${signature || createHmac(hash, secret).update(signed).digest('base64url')}`;
}

it('knows its viewer by the token, again and again', () => {
  const token = tokens.sign(viewer);
  expect(tokens.verify(token)).toEqual(viewer);
  expect(tokens.verify(token)).toEqual(viewer);
});

it('accepts what it forges itself without a change: the attacks below fail for their own reason', () => {
  expect(tokens.verify(forge({}, {}))).toEqual(viewer);
});

it('lasts 15 minutes and not a second more, though it was verified before', () => {
  const token = tokens.sign(viewer);
  const [, claims] = partsOf(token);
  expect(Number(claims?.exp) - Number(claims?.iat)).toBe(15 * 60);
  expect(tokens.verify(token)).toEqual(viewer);
  clock.move(14 * 60_000);
  expect(tokens.verify(token)).toEqual(viewer);
  clock.move(60_001);
  expect(tokens.verify(token)).toBeUndefined();
  expect(tokens.verify(token)).toBeUndefined();
});

it.each<[string, () => string]>([
  ['no signature, alg none', () => `${forge({ alg: 'none' }, {}).split('.').slice(0, 2).join('.')}.`],
  ['alg None, signed', () => forge({ alg: 'None' }, {})],
  ['another key', () => forge({}, {}, { secret: 'another-secret-of-thirty-two-characters' })],
  ['the empty key', () => forge({}, {}, { secret: '' })],
  ['HS512 with our key', () => forge({ alg: 'HS512' }, {}, { hash: 'sha512' })],
  ['HS256 announced as RS256', () => forge({ alg: 'RS256' }, {})],
  ['a changed subject', () => tokens.sign(viewer).replace(/\.[^.]+\./, `.${encode({ sub: randomUUID() })}.`)],
  ['typ refresh', () => forge({}, { typ: 'refresh' })],
  ['no typ', () => forge({}, { typ: undefined })],
  ['another audience', () => forge({}, { aud: 'somebody-else' })],
  ['no audience', () => forge({}, { aud: undefined })],
  ['another issuer', () => forge({}, { iss: 'https://example.com' })],
  ['no expiry', () => forge({}, { exp: undefined })],
  ['an expiry in the past', () => forge({}, { exp: Math.floor(Date.now() / 1000) - 1 })],
  ['an expiry as text', () => forge({}, { exp: '9999999999' })],
  ['a role that does not exist', () => forge({}, { role: 'admin' })],
  ['no session', () => forge({}, { sid: undefined })],
  ['a subject that is no text', () => forge({}, { sub: { $gt: '' } })],
  ['another key id', () => forge({ kid: '../../dev/null' }, {})],
  ['a cut signature', () => tokens.sign(viewer).slice(0, -3)],
  ['garbage', () => 'aaa.bbb.ccc'],
  ['nothing', () => ''],
])('refuses a token with %s', (_, attack) => {
  expect(tokens.verify(attack())).toBeUndefined();
});
