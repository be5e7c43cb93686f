import fc from 'fast-check';
import { default_w, forgetting_curve } from 'ts-fsrs';
import { MASTERED_FROM, MASTERED_STABILITY, mastery } from './mastery';

const stabilities = fc.double({ min: 0.001, max: 36_500, noNaN: true });

describe('mastery', () => {
  it('is 0 before the first review', () => {
    expect(mastery(0)).toBe(0);
  });

  it('is 0.9 where stability says that 30 days lower the chance to 90 %', () => {
    expect(mastery(30)).toBeCloseTo(0.9, 6);
  });

  it('is the forgetting curve of ts-fsrs after 30 days', () => {
    fc.assert(
      fc.property(stabilities, (stability) => {
        expect(mastery(stability)).toBeCloseTo(forgetting_curve(default_w, 30, stability), 6);
      }),
    );
  });

  it('lies between 0 and 1 and grows with stability', () => {
    fc.assert(
      fc.property(stabilities, stabilities, (a, b) => {
        expect(mastery(a)).toBeGreaterThan(0);
        expect(mastery(a)).toBeLessThanOrEqual(1);
        if (a < b) expect(mastery(a)).toBeLessThanOrEqual(mastery(b));
      }),
    );
  });

  it('reaches what counts as mastered at the stability that SQL counts by', () => {
    expect(mastery(MASTERED_STABILITY)).toBeCloseTo(MASTERED_FROM, 12);
  });
});
