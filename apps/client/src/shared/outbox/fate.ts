import { ApiError } from '../http/api-error';

/** A server that breaks down over the same write again and again will not take it by the next try. */
export const MOST_BREAKDOWNS = 5;

export type Fate =
  /** It passes: send the same again, later. */
  | 'wait'
  /** The server broke down: the same as `wait`, but counted. */
  | 'count'
  | 'refuse';

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
