import fc from 'fast-check';
import { inReadingOrder } from './reading-order';

/** A page of three columns and five rows, turned by `angle` around its corner; `n` counts as one reads. */
const page = (angle: number) =>
  Array.from({ length: 15 }, (_, n) => {
    const [along, down] = [300 + 500 * (n % 3), 200 + 110 * Math.floor(n / 3)];
    const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
    const line = { x: along * cos - down * sin, y: along * sin + down * cos, w: 200, h: 50, angle };
    return { n, line };
  });

describe('inReadingOrder', () => {
  it('reads row by row and from left to right, however the page is tilted and the lines were found', () => {
    const shuffled = fc
      .double({ min: -0.12, max: 0.12, noNaN: true })
      .chain((angle) => fc.shuffledSubarray(page(angle), { minLength: 15 }));
    fc.assert(
      fc.property(shuffled, (lines) => {
        expect(inReadingOrder(lines).map(({ n }) => n)).toEqual(Array.from({ length: 15 }, (_, n) => n));
      }),
    );
  });

  it('has nothing to order on an empty page', () => {
    expect(inReadingOrder([])).toEqual([]);
  });
});
