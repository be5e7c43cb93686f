import fc from 'fast-check';
import { cardsADay, DEFAULT_SECONDS_PER_CARD, minutesFor, secondsPerCard, tonight } from './workload';

describe('seconds a card', () => {
  it.each([
    ['no history', { medianMs: null, timedReviews: 0 }, DEFAULT_SECONDS_PER_CARD],
    ['too little history', { medianMs: 20_000, timedReviews: 4 }, DEFAULT_SECONDS_PER_CARD],
    ['history', { medianMs: 20_000, timedReviews: 5 }, 20],
    ['cards turned over unread', { medianMs: 400, timedReviews: 50 }, 10],
    ['a tablet left open', { medianMs: 3_600_000, timedReviews: 50 }, 300],
  ])('with %s', (_, pace, seconds) => {
    expect(secondsPerCard(pace)).toBe(seconds);
  });
});

describe('tonight’s review', () => {
  it.each([
    ['all that is due when it fits', 8, 0, 15, 45, 8, 6],
    ['as many as fit the minutes', 100, 0, 15, 45, 20, 15],
    ['less what was reviewed today', 100, 8, 15, 45, 12, 9],
    ['nothing more when the day’s cards are done, whatever is due', 80, 20, 15, 45, 0, 0],
    ['nothing when nothing is due', 0, 3, 15, 45, 0, 0],
    ['one slow card even where it takes longer than the minutes', 5, 0, 5, 300, 1, 5],
  ])('is %s', (_, dueCount, reviewedToday, reviewMinutes, perCardSeconds, cards, minutes) => {
    expect(tonight({ dueCount, reviewedToday, reviewMinutes, perCardSeconds })).toEqual({ cards, minutes });
  });

  const families = fc.record({
    reviewMinutes: fc.integer({ min: 5, max: 120 }),
    perCardSeconds: fc.double({ min: 10, max: 300, noNaN: true }),
  });

  it('never plans more than is due, nor longer than the family’s minutes', () => {
    fc.assert(
      fc.property(families, fc.nat(5000), fc.nat(800), (family, dueCount, reviewedToday) => {
        const { cards, minutes } = tonight({ dueCount, reviewedToday, ...family });
        expect(cards).toBeLessThanOrEqual(dueCount);
        expect(minutes).toBeLessThanOrEqual(family.reviewMinutes);
        expect(minutes).toBe(minutesFor(cards, family.perCardSeconds));
      }),
    );
  });

  it('shrinks by one with each review, and the evening ends', () => {
    fc.assert(
      fc.property(families, fc.integer({ min: 1, max: 3000 }), (family, backlog) => {
        let dueCount = backlog;
        let reviewedToday = 0;
        const planned = tonight({ dueCount, reviewedToday, ...family }).cards;
        for (let left = planned; left > 0; left--) {
          expect(tonight({ dueCount, reviewedToday, ...family }).cards).toBe(left);
          dueCount--;
          reviewedToday++;
        }
        expect(tonight({ dueCount, reviewedToday, ...family }).cards).toBe(0);
      }),
    );
  });

  it('works a backlog off in the fewest evenings that its minutes allow', () => {
    fc.assert(
      fc.property(families, fc.nat(2000), (family, backlog) => {
        let evenings = 0;
        for (let due = backlog; due > 0; evenings++)
          due -= tonight({ dueCount: due, reviewedToday: 0, ...family }).cards;
        expect(evenings).toBe(Math.ceil(backlog / cardsADay(family.reviewMinutes, family.perCardSeconds)));
      }),
    );
  });
});
