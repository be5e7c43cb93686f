import type { Rating } from '@wuhao/contracts';
import { createEmptyCard, fsrs, Rating as FsrsRating, State, type Card, type Grade } from 'ts-fsrs';
import { dayOf, startOf, type StudentDay } from './student-day';

/** What is remembered about a mistake between reviews. */
export type Memory = {
  /** Days until the chance of recall falls to 90 %; 0 before the first review. */
  stability: number;
  /** 1-10; 0 before the first review. */
  difficulty: number;
  reviewCount: number;
  lapses: number;
  lastReviewedAt: Date | null;
};

export const UNREVIEWED: Memory = {
  stability: 0,
  difficulty: 0,
  reviewCount: 0,
  lapses: 0,
  lastReviewedAt: null,
};

/**
 * FSRS-6 with its default weights. Short-term steps are off: a family reviews once a day. No fuzz: the dates
 * on the buttons are the dates that follow. A mistake comes back at least about once in a school year.
 */
const scheduler = fsrs({ enable_short_term: false, enable_fuzz: false, maximum_interval: 365 });

const GRADES = {
  again: FsrsRating.Again,
  hard: FsrsRating.Hard,
  good: FsrsRating.Good,
  easy: FsrsRating.Easy,
} as const satisfies Record<Rating, Grade>;

/** A mistake is due on the day on which it is collected: tonight. */
export const firstDueAt = (collectedAt: Date, timeZone: string): Date =>
  startOf(dayOf(collectedAt, timeZone), timeZone);

/** The memory after a review at `at`, and the start of the student's day on which it is due again. */
export function review(
  memory: Memory,
  rating: Rating,
  at: Date,
  timeZone: string,
): { memory: Memory; dueAt: Date } {
  const day = reviewDay(memory, at, timeZone);
  const { card } = scheduler.next(toCard(memory, timeZone), onDay(day), GRADES[rating]);
  return {
    memory: {
      stability: card.stability,
      difficulty: card.difficulty,
      reviewCount: card.reps,
      lapses: card.lapses,
      lastReviewedAt: at,
    },
    dueAt: startOf(day + card.scheduled_days, timeZone),
  };
}

/** The student's day on which it would be due after each rating at `at`. */
export function nextDays(memory: Memory, at: Date, timeZone: string): Record<Rating, StudentDay> {
  const day = reviewDay(memory, at, timeZone);
  const { lastReviewedAt } = memory;
  const days = lastReviewedAt ? intervals(memory, day - dayOf(lastReviewedAt, timeZone)) : FIRST_INTERVALS;
  return {
    again: day + days.again,
    hard: day + days.hard,
    good: day + days.good,
    easy: day + days.easy,
  };
}

/**
 * When a review counts: as the client says, but not in the future and not before the one before it (before
 * the first: not before the mistake was there).
 */
export function reviewTime(claimedAt: Date, { now, notBefore }: { now: Date; notBefore: Date }): Date {
  return new Date(Math.max(Math.min(claimedAt.getTime(), now.getTime()), notBefore.getTime()));
}

/** Not before the day of the last review, also when the student has moved to a zone where it is still earlier. */
function reviewDay({ lastReviewedAt }: Memory, at: Date, timeZone: string): StudentDay {
  const day = dayOf(at, timeZone);
  return lastReviewedAt ? Math.max(day, dayOf(lastReviewedAt, timeZone)) : day;
}

/** ts-fsrs counts days between UTC dates; so it is shown the student's days as if they were such dates. */
const onDay = (day: StudentDay) => new Date(day * 86_400_000);

function toCard(memory: Memory, timeZone: string): Card {
  if (!memory.lastReviewedAt) return createEmptyCard(onDay(0));
  const lastReview = onDay(dayOf(memory.lastReviewedAt, timeZone));
  return {
    ...createEmptyCard(lastReview),
    stability: memory.stability,
    difficulty: memory.difficulty,
    reps: memory.reviewCount,
    lapses: memory.lapses,
    state: State.Review,
    last_review: lastReview,
  };
}

/**
 * The intervals that the scheduler's own preview gives, by its formulas but without its card objects: this runs
 * for every card of every evening.
 */
function intervals({ stability, difficulty }: Pick<Memory, 'stability' | 'difficulty'>, elapsedDays: number) {
  const retrievability = stability > 0 ? scheduler.forgetting_curve(elapsedDays, stability) : undefined;
  const after = (rating: Rating) => {
    const next = scheduler.next_state({ stability, difficulty }, elapsedDays, GRADES[rating], retrievability);
    return scheduler.next_interval(next.stability, elapsedDays);
  };
  // Each rating at least a day later than the one below it.
  const hardAlone = after('hard');
  const again = Math.min(after('again'), hardAlone);
  const hard = Math.max(hardAlone, again + 1);
  const good = Math.max(after('good'), hard + 1);
  const easy = Math.max(after('easy'), good + 1);
  return { again, hard, good, easy };
}

const FIRST_INTERVALS = intervals(UNREVIEWED, 0);
