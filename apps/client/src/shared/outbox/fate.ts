import { ApiError } from '../http/api-error';

const HOUR_MS = 3_600_000;
/** A server that breaks down over the same write in so many hours will not take it in the next. */
const MOST_HOURS = 12;

export type Fate =
  /** It passes: send the same again, later. */
  | 'wait'
  /** The server broke down: the same as `wait`, but not for ever. */
  | 'count'
  | 'refuse';

/** How often the server broke down over a write, counted once an hour: an outage is short, its tries are many. */
export interface Breakdowns {
  hours: number;
  countedAtMs: number;
}

const WAITING_HELPS = new Set<string>([
  'UNAUTHENTICATED', // until the next log-in
  'CANCELLED', // another account took over, or the app went away
  'RATE_LIMITED',
  'QUOTA_EXCEEDED',
]);

/** What becomes of a write after this failure. */
export const fateAfter = (error: unknown): Fate => {
  if (!(error instanceof ApiError)) return 'refuse';
  if (error.isPassing || WAITING_HELPS.has(error.code)) return 'wait';
  return (error.at.status ?? 0) >= 500 ? 'count' : 'refuse';
};

/** How long the server wishes not to be asked again; 0 where it has not said. */
export const wishedWaitMs = (error: unknown): number => {
  if (!(error instanceof ApiError)) return 0;
  const wishedMs = error.at.retryAfterMs ?? (error.code === 'QUOTA_EXCEEDED' ? HOUR_MS : 0);
  return Math.min(wishedMs, HOUR_MS); // what was said on the way may be any number
};

/** One more; null when that is enough. */
export const countBreakdown = (before: Breakdowns | undefined, nowMs: number): Breakdowns | null => {
  if (!before) return { hours: 1, countedAtMs: nowMs };
  // A clock that was set back counts as well.
  if (Math.abs(nowMs - before.countedAtMs) < HOUR_MS) return before;
  return before.hours + 1 >= MOST_HOURS ? null : { hours: before.hours + 1, countedAtMs: nowMs };
};
