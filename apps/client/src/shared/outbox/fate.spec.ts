import { ERROR_CODES, ERROR_STATUS } from '@wuhao/contracts/errors';
import { ApiError } from '../http/api-error';
import { fateAfter, type Fate } from './fate';

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
