import { computeDecayFactor, default_w } from 'ts-fsrs';

/** Mastery looks this far beyond the last review: what still stands after a month has been learnt. */
export const MASTERY_AFTER_DAYS = 30;
/** From here on a mistake counts as mastered. */
export const MASTERED_FROM = 0.8;

/** The forgetting curve of FSRS-6: R(t) = (1 + factor · t / stability) ^ decay. */
export const FORGETTING = computeDecayFactor(default_w);

/**
 * 0-1: the chance (FSRS retrievability) that it is still remembered 30 days after its last review. 0 before
 * the first review, where stability is 0. It changes with reviews only, not from day to day.
 */
export function mastery(stability: number): number {
  if (stability <= 0) return 0;
  return (1 + (FORGETTING.factor * MASTERY_AFTER_DAYS) / stability) ** FORGETTING.decay;
}

/** The least stability of what counts as mastered: `mastery` solved for it, so that SQL can count by it. */
export const MASTERED_STABILITY =
  (FORGETTING.factor * MASTERY_AFTER_DAYS) / (MASTERED_FROM ** (1 / FORGETTING.decay) - 1);
