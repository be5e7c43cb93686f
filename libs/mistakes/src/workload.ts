/** A card is read, worked out, compared and rated. Until a student has a pace of its own this is taken. */
export const DEFAULT_SECONDS_PER_CARD = 45;
/** A median of fewer timed reviews says little. */
const LEAST_TIMED_REVIEWS = 5;
/** Cards turned over without reading, and a tablet left lying open, must not make the plan. */
const FASTEST_SECONDS = 10;
const SLOWEST_SECONDS = 300;

/** Of the student's latest timed reviews. `medianMs` is null when there are none. */
export type Pace = { medianMs: number | null; timedReviews: number };

/** How long a card is expected to take this student. */
export function secondsPerCard({ medianMs, timedReviews }: Pace): number {
  if (medianMs === null || timedReviews < LEAST_TIMED_REVIEWS) return DEFAULT_SECONDS_PER_CARD;
  return Math.min(Math.max(medianMs / 1000, FASTEST_SECONDS), SLOWEST_SECONDS);
}

/** How many cards fit the minutes that the family has set aside for a day; one always does. */
export const cardsADay = (reviewMinutes: number, perCardSeconds: number): number =>
  Math.max(1, Math.floor((reviewMinutes * 60) / perCardSeconds));

/**
 * What is left of the day's review. Reviews already made today count against the day's cards: a backlog is
 * spread over days and never refills an evening. Which cards these are: those due longest come first, so that
 * every card gets its turn; among those due on one day the ones that fade fastest (least stability).
 */
export function tonight({
  dueCount,
  reviewedToday,
  reviewMinutes,
  perCardSeconds,
}: {
  dueCount: number;
  reviewedToday: number;
  reviewMinutes: number;
  perCardSeconds: number;
}): { cards: number; minutes: number } {
  const left = Math.max(cardsADay(reviewMinutes, perCardSeconds) - reviewedToday, 0);
  const cards = Math.min(dueCount, left);
  return { cards, minutes: minutesFor(cards, perCardSeconds) };
}

/** Whole minutes, rounded up: what is begun is finished. */
export const minutesFor = (cards: number, perCardSeconds: number): number =>
  Math.ceil((cards * perCardSeconds) / 60);
