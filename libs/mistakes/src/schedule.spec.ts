import { RATINGS, type Rating } from '@wuhao/contracts';
import fc from 'fast-check';
import { createEmptyCard, fsrs, Rating as FsrsRating, type Grade } from 'ts-fsrs';
import { firstDueAt, nextDays, review, reviewTime, UNREVIEWED, type Memory } from './schedule';
import { dayOf, startOf } from './student-day';

const SHANGHAI = 'Asia/Shanghai';
const ZONES = [SHANGHAI, 'America/New_York', 'Pacific/Apia', 'Europe/Helsinki', 'Asia/Baku', 'UTC'];
const DAY_MS = 86_400_000;

/** A history: ratings with the time that passed before each. */
const histories = fc.record({
  timeZone: fc.constantFrom(...ZONES),
  start: fc.date({ min: new Date('2011-06-01'), max: new Date('2030-01-01'), noInvalidDate: true }),
  steps: fc.array(
    fc.record({ rating: fc.constantFrom(...RATINGS), waitMs: fc.integer({ min: 0, max: 400 * DAY_MS }) }),
    { minLength: 1, maxLength: 25 },
  ),
});

describe('a new mistake', () => {
  it.each([
    ['at noon', '2026-11-23T12:00:00+08:00', '2026-11-22T20:00:00.000Z'],
    [
      'after midnight, which is still the evening before',
      '2026-11-24T00:30:00+08:00',
      '2026-11-22T20:00:00.000Z',
    ],
  ])('collected %s is due on that day', (_, at, dueAt) => {
    expect(firstDueAt(new Date(at), SHANGHAI).toISOString()).toBe(dueAt);
  });
});

describe('a review', () => {
  it.each([
    // FSRS-6 with its default weights: first stabilities 0.2, 1.3, 2.3 and 8.3 days.
    ['again', 1],
    ['hard', 2],
    ['good', 3],
    ['easy', 8],
  ] as const)('rated %s for the first time brings the mistake back in %d days', (rating, days) => {
    const at = new Date('2026-11-23T20:00:00+08:00');
    const { dueAt } = review(UNREVIEWED, rating, at, SHANGHAI);
    expect(dayOf(dueAt, SHANGHAI) - dayOf(at, SHANGHAI)).toBe(days);
  });

  it('counts days between evenings of the student, not between UTC dates', () => {
    // 23:30 and 07:30 next morning: one day apart in Shanghai, on one date in UTC.
    const first = review(UNREVIEWED, 'good', new Date('2026-11-23T23:30:00+08:00'), SHANGHAI).memory;
    const morning = review(first, 'good', new Date('2026-11-24T07:30:00+08:00'), SHANGHAI).memory;
    const evening = review(first, 'good', new Date('2026-11-24T22:00:00+08:00'), SHANGHAI).memory;
    const sameNight = review(first, 'good', new Date('2026-11-24T01:00:00+08:00'), SHANGHAI).memory;
    expect(morning.stability).toBe(evening.stability);
    expect(sameNight.stability).toBeLessThan(morning.stability);
  });

  it('forgotten counts as a lapse, but not the first time', () => {
    const at = new Date('2026-11-23T12:00:00Z');
    const first = review(UNREVIEWED, 'again', at, SHANGHAI).memory;
    expect(first).toMatchObject({ lapses: 0, reviewCount: 1, lastReviewedAt: at });
    expect(review(first, 'again', new Date(at.getTime() + DAY_MS), SHANGHAI).memory.lapses).toBe(1);
  });

  it('after moving to a zone where it is still the day before counts as on the same day', () => {
    const { memory } = review(
      UNREVIEWED,
      'good',
      new Date('2026-11-23T06:00:00+14:00'),
      'Pacific/Kiritimati',
    );
    const at = new Date('2026-11-22T16:30:00Z');
    const next = review(memory, 'good', at, 'Pacific/Pago_Pago');
    expect(next.dueAt.getTime()).toBeGreaterThan(at.getTime());
  });

  it('comes out as ts-fsrs has it when the days of the student are the dates of UTC', () => {
    const oracle = fsrs({ enable_short_term: false, enable_fuzz: false, maximum_interval: 365 });
    const grades: Record<Rating, Grade> = {
      again: FsrsRating.Again,
      hard: FsrsRating.Hard,
      good: FsrsRating.Good,
      easy: FsrsRating.Easy,
    };
    fc.assert(
      fc.property(histories, ({ start, steps }) => {
        // A zone in which 04:00 is midnight in UTC, so that both count the same days.
        const timeZone = 'Etc/GMT-4';
        let memory = UNREVIEWED;
        let card = createEmptyCard(start);
        let at = start;
        for (const { rating, waitMs } of steps) {
          at = new Date(at.getTime() + waitMs);
          card = oracle.next(card, at, grades[rating]).card;
          const next = review(memory, rating, at, timeZone);
          memory = next.memory;
          expect(memory).toMatchObject({
            stability: card.stability,
            difficulty: card.difficulty,
            lapses: card.lapses,
            reviewCount: card.reps,
          });
          expect(dayOf(next.dueAt, timeZone)).toBe(dayOf(card.due, timeZone));
        }
      }),
    );
  });

  it('always makes the mistake due later than itself, at the start of a day, and in the order of the ratings', () => {
    fc.assert(
      fc.property(histories, ({ timeZone, start, steps }) => {
        let memory: Memory = UNREVIEWED;
        let at = start;
        for (const { rating, waitMs } of steps) {
          at = new Date(at.getTime() + waitMs);
          const days = nextDays(memory, at, timeZone);
          const dueAt = (rating: Rating) => startOf(days[rating], timeZone);
          const inOrder = [at, ...RATINGS.map(dueAt)].map((time) => time.getTime());
          expect(inOrder).toEqual([...new Set(inOrder)].sort((a, b) => a - b));
          const next = review(memory, rating, at, timeZone);
          expect(next.dueAt).toEqual(dueAt(rating));
          expect(startOf(dayOf(next.dueAt, timeZone), timeZone)).toEqual(next.dueAt);
          expect(next.memory.stability).toBeGreaterThan(0);
          memory = next.memory;
        }
        expect(memory.reviewCount).toBe(steps.length);
      }),
    );
  });

  it('that failed does not make a mistake last longer, and one that went well does not make it fade faster', () => {
    fc.assert(
      fc.property(histories, ({ timeZone, start, steps }) => {
        let memory: Memory = UNREVIEWED;
        let at = start;
        for (const { rating, waitMs } of steps) {
          at = new Date(at.getTime() + waitMs);
          const next = review(memory, rating, at, timeZone).memory;
          if (memory.reviewCount > 0) {
            if (rating === 'again') expect(next.stability).toBeLessThanOrEqual(memory.stability);
            else expect(next.stability).toBeGreaterThanOrEqual(memory.stability);
          }
          memory = next;
        }
      }),
    );
  });
});

describe('the time of a review', () => {
  const now = new Date('2026-11-23T12:00:00Z');
  const notBefore = new Date('2026-11-20T12:00:00Z');
  it.each([
    ['as claimed when that can be', '2026-11-22T08:00:00Z', '2026-11-22T08:00:00Z'],
    ['now when it claims the future', '2026-11-23T12:00:01Z', '2026-11-23T12:00:00Z'],
    ['the last review’s when it claims to be older', '2026-11-01T08:00:00Z', '2026-11-20T12:00:00Z'],
  ])('is %s', (_, claimed, counted) => {
    expect(reviewTime(new Date(claimed), { now, notBefore })).toEqual(new Date(counted));
  });

  it('stays in order when the server’s clock was put back', () => {
    const later = new Date('2026-11-24T12:00:00Z');
    expect(reviewTime(now, { now, notBefore: later })).toEqual(later);
  });
});
