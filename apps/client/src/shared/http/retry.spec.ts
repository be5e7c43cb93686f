import { ERROR_CODES, ERROR_STATUS } from '@wuhao/contracts/errors';
import fc from 'fast-check';
import { ApiError } from './api-error';
import { MOST_RETRIES, retryInMs } from './retry';

const error = (code: ApiError['code'], at: ApiError['at'] = {}) => new ApiError(code, code, at);
const gateway = (status: number) => error('INTERNAL', { status });
const get = { method: 'GET', failures: 1, random: () => 1 } as const;

it.each([
  ['no network', error('NETWORK'), 400],
  ['no answer in time', error('TIMEOUT'), 400],
  ['a bad gateway', gateway(502), 400],
  ['a gateway without a server', gateway(503), 400],
  ['a gateway that waited too long', gateway(504), 400],
  ['a store that is down', error('STORAGE_UNAVAILABLE', { status: 503 }), 400],
  ['a store that says when', error('STORAGE_UNAVAILABLE', { status: 503, retryAfterMs: 3_000 }), 3_000],
  ['a limit that says when', error('RATE_LIMITED', { status: 429, retryAfterMs: 2_000 }), 2_000],
  ['a limit that says later', error('RATE_LIMITED', { status: 429, retryAfterMs: 60_000 }), null],
  ['a limit that says nothing', error('RATE_LIMITED', { status: 429 }), null],
  ["the day's quota", error('QUOTA_EXCEEDED', { status: 429, retryAfterMs: 1_000 }), null],
  ['a broken server', gateway(500), null],
  ['what is not there', error('NOT_FOUND', { status: 404 }), null],
  ['a cancelled request', error('CANCELLED'), null],
  ['an error of our own', new TypeError('bug'), null],
])('after %s', (_what, failed, wait) => {
  expect(retryInMs({ ...get, error: failed })).toBe(wait);
});

it('repeats a write only under its key', () => {
  const failed = { ...get, error: error('NETWORK') };
  expect(retryInMs({ ...failed, method: 'POST' })).toBeNull();
  expect(retryInMs({ ...failed, method: 'DELETE' })).toBeNull();
  expect(retryInMs({ ...failed, method: 'PATCH' })).toBeNull();
  expect(retryInMs({ ...failed, method: 'POST', idempotencyKey: 'k1' })).toBe(400);
  expect(retryInMs({ ...failed, method: 'PATCH', idempotencyKey: 'k1' })).toBe(400);
});

it('makes a person wait for one slow answer more, not for two', () => {
  expect(retryInMs({ ...get, error: error('TIMEOUT'), failures: 2 })).toBeNull();
  expect(retryInMs({ ...get, error: error('NETWORK'), failures: 2 })).toBe(800);
});

it('comes to an end and never waits long, whatever the error and the dice', () => {
  const anyError = fc
    .record({
      code: fc.constantFrom(...ERROR_CODES, 'NETWORK' as const, 'TIMEOUT' as const),
      status: fc.constantFrom(undefined, 429, 500, 502, 503, 504, ...Object.values(ERROR_STATUS)),
      retryAfterMs: fc.option(fc.nat({ max: 100_000 }), { nil: undefined }),
    })
    .map(({ code, ...at }) => error(code, at));
  const dice = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(anyError, fc.integer({ min: 1, max: 9 }), dice, (failed, failures, die) => {
      const wait = retryInMs({ ...get, error: failed, failures, random: () => die });
      return failures > MOST_RETRIES ? wait === null : wait === null || (wait >= 0 && wait <= 5_000);
    }),
  );
});
