import { ERROR_CODES, ERROR_STATUS } from '@wuhao/contracts/errors';
import { ApiError } from '../http/api-error';
import { countBreakdown, fateAfter, wishedWaitMs, type Breakdowns, type Fate } from './fate';

const WAITS = new Set<string>([
  'UNAUTHENTICATED',
  'RATE_LIMITED',
  'QUOTA_EXCEEDED',
  'AI_NOT_CONFIGURED',
  'AI_UNAVAILABLE',
  'STORAGE_UNAVAILABLE',
]);
const expected = (code: string): Fate =>
  code === 'INTERNAL' ? 'count' : WAITS.has(code) ? 'wait' : 'refuse';

it.each(ERROR_CODES.map((code) => [code, expected(code)] as const))('%s: %s', (code, fate) => {
  expect(fateAfter(new ApiError(code, '', { status: ERROR_STATUS[code] }))).toBe(fate);
});

it.each(['NETWORK', 'TIMEOUT', 'CANCELLED'] as const)('%s passes', (code) => {
  expect(fateAfter(new ApiError(code, ''))).toBe('wait');
});

it('sets aside what breaks on this side: sending it again breaks again', () => {
  expect(fateAfter(new TypeError('not a function'))).toBe('refuse');
});

it('counts a breakdown once an hour, whatever the clock does, and gives up after twelve hours of them', () => {
  const HOUR_MS = 3_600_000;
  let counted: Breakdowns | null = countBreakdown(undefined, 0);
  expect(countBreakdown(counted!, HOUR_MS - 1)).toBe(counted);
  expect(countBreakdown(counted!, -HOUR_MS)).toEqual({ hours: 2, countedAtMs: -HOUR_MS });
  let hours = 1;
  for (; counted !== null && hours < 100; hours++) counted = countBreakdown(counted, hours * HOUR_MS);
  expect(hours).toBe(12);
});

it.each<[string, unknown, number]>([
  ['what the server wishes', new ApiError('RATE_LIMITED', '', { status: 429, retryAfterMs: 90_000 }), 90_000],
  ['an hour at most', new ApiError('NETWORK', '', { status: 503, retryAfterMs: 999_999_000 }), 3_600_000],
  ['an hour where the day is used up', new ApiError('QUOTA_EXCEEDED', '', { status: 429 }), 3_600_000],
  ['no longer than usual without a wish', new ApiError('NETWORK', ''), 0],
])('waits for %s', (_, error, waitMs) => {
  expect(wishedWaitMs(error)).toBe(waitMs);
});
