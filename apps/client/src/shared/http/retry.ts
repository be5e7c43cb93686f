import { ApiError } from './api-error';
import { backoffMs } from './backoff';
import type { Call } from './call';

export const MOST_RETRIES = 2;
/** A slow answer has cost the person long enough: once more is all. */
const MOST_RETRIES_AFTER_TIMEOUT = 1;
const BASE_MS = 400;
const CAP_MS = 4_000;
/** Longer than this nobody waits before a screen; the error says so instead. */
const LONGEST_RETRY_AFTER_MS = 5_000;

interface Failed extends Pick<Call, 'method' | 'idempotencyKey'> {
  error: unknown;
  /** Attempts so far, from 1. */
  failures: number;
  random?: () => number;
}

/** How long to wait before the same request is made again; null: not again. */
export const retryInMs = ({ method, idempotencyKey, error, failures, random }: Failed): number | null => {
  // Anything else might have had its effect already.
  if (method !== 'GET' && idempotencyKey === undefined) return null;
  if (!(error instanceof ApiError)) return null;
  const most = error.code === 'TIMEOUT' ? MOST_RETRIES_AFTER_TIMEOUT : MOST_RETRIES;
  if (failures > most) return null;
  const { retryAfterMs } = error.at;
  if (error.code === 'RATE_LIMITED') {
    return retryAfterMs !== undefined && retryAfterMs <= LONGEST_RETRY_AFTER_MS ? retryAfterMs : null;
  }
  if (!error.isPassing) return null;
  const wait = backoffMs({ failures, baseMs: BASE_MS, capMs: CAP_MS, random });
  return retryAfterMs === undefined
    ? wait
    : retryAfterMs <= LONGEST_RETRY_AFTER_MS
      ? Math.max(wait, retryAfterMs)
      : null;
};
