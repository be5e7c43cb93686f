import fc from 'fast-check';
import { SIGNS } from './alphabet';
import { joinDots, probabilityOf, readings, signsAlong, type Steps } from './ctc';

/** Steps at which the recogniser saw these signs, ` ` for nothing; every other sign shares the rest. */
function seen(signs: string, sure = 0.9): Steps {
  const data = new Float32Array(signs.length * SIGNS.length).fill((1 - sure) / (SIGNS.length - 1));
  [...signs].forEach((sign, step) => {
    data[step * SIGNS.length + Math.max(0, SIGNS.indexOf(sign === ' ' ? '' : sign))] = sure;
  });
  return { steps: signs.length, data };
}

describe('reading what the recogniser saw', () => {
  it.each([
    ['1 2 + 3', '12+3'],
    ['1122++33', '12+3'],
    ['1 1', '11'],
    ['  (  5  )  ', '(5)'],
  ])('joins %j to %j', (signs, text) => {
    expect(readings(seen(signs))[0]?.text).toBe(text);
    expect(
      signsAlong(seen(signs))
        .map(({ sign }) => sign)
        .join(''),
    ).toBe(text);
  });

  it('makes one sign of a row of dots, however many were seen', () => {
    expect(readings(joinDots(seen('3 . . . 2')))[0]?.text).toBe('3…2');
    expect(readings(joinDots(seen('3 . 2')))[0]?.text).toBe('3.2');
  });

  it('gives every reading the probability that it has by itself', () => {
    const digits = fc.array(fc.constantFrom(...'0123456789=+ '), { minLength: 1, maxLength: 9 });
    fc.assert(
      fc.property(digits, (signs) => {
        const steps = seen(signs.join(''));
        const found = readings(steps);
        expect(found.reduce((sum, { probability }) => sum + probability, 0)).toBeLessThanOrEqual(1.001);
        // The beam may lose some ways to a reading, it never invents one.
        for (const { text, probability } of found)
          expect(probability).toBeLessThanOrEqual(probabilityOf(steps, text) * 1.001);
        expect(found[0]!.probability).toBeGreaterThan(0.8 * probabilityOf(steps, found[0]!.text));
      }),
      { numRuns: 60 },
    );
  });
});
