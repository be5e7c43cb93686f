import { around, cornersOf, slice, smallestAround, type TextLine } from './geometry';
import { cutsBetween, gapBetween, toRows } from './rows';

const box = (x: number, y: number, w: number, h = 40, angle = 0): TextLine => ({ x, y, w, h, angle });

describe('rows of a page', () => {
  it('joins what stands close together on one row and nothing else', () => {
    const rows = toRows([box(100, 100, 100), box(175, 102, 30), box(400, 100, 100), box(100, 160, 100)]);
    expect(rows).toHaveLength(3);
    expect(Math.max(...rows.map(({ w }) => w))).toBeCloseTo(140, 0);
  });

  it('measures the gap along a slanting row', () => {
    const left = box(0, 0, 100, 40, 0.1);
    const right = slice(left, 130, 180);
    expect(gapBetween(left, right)).toBeCloseTo(30, 5);
    expect(gapBetween(left, slice(left, 130, 180, 60, 100))).toBe(Infinity);
  });

  it.each([-0.6, -0.1, 0, 0.05, 0.4])('finds the rectangle turned by %d again', (angle) => {
    const line = box(50, 70, 200, 30, angle);
    const found = smallestAround(cornersOf(line));
    expect(found.angle).toBeCloseTo(angle, 6);
    expect(found.w).toBeCloseTo(200, 6);
    expect(around(cornersOf(line), angle).h).toBeCloseTo(30, 6);
  });

  it('cuts between two items, before the label of the second', () => {
    const text = '2+4=6(8)3×5=15';
    const signs = [...text].map((sign, i) => {
      const from = (i + (i > 4 ? 3 : 0) + (i > 7 ? 1 : 0)) / 20;
      return { sign, from, to: from + 0.04 };
    });
    const [cut, ...others] = cutsBetween(signs, signs);
    expect(others).toEqual([]);
    expect(cut).toBeGreaterThan(signs[4]!.to);
    expect(cut).toBeLessThan(signs[5]!.from);
    expect(cutsBetween(signs.slice(0, 5), signs)).toEqual([]);
  });
});
