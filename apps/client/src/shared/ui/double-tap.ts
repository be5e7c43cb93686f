import type { Point } from './zoom';

const QUICK_MS = 300;
const NEAR_PX = 30;

export interface Tap extends Point {
  at: number;
}

/** Two taps that are one wish. */
export const isDoubleTap = (before: Tap | null, now: Tap): boolean =>
  before !== null &&
  now.at - before.at <= QUICK_MS &&
  Math.hypot(now.x - before.x, now.y - before.y) <= NEAR_PX;
