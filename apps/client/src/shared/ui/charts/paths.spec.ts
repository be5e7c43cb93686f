import fc from 'fast-check';
import { arcPath, cellsPath, linePath, placed, ringPaths } from './paths';

it.each([
  ['nothing', [], ''],
  ['one value in the middle, as a dot', [0.5], 'M50 50h0'],
  ['a rise', [0, 1], 'M0 100L100 0'],
  ['a gap', [0, 0.5, null, 1, 1], 'M0 100L25 50M75 0L100 0'],
  ['a value between two gaps', [null, 1, null], 'M50 0h0'],
  ['only gaps', [null, null], ''],
])('draws a line of %s', (_, values, path) => {
  expect(linePath(placed(values))).toBe(path);
});

it('keeps every line inside of its box, with one command a value', () => {
  const value = fc.option(fc.double({ min: 0, max: 1, noNaN: true }));
  fc.assert(
    fc.property(fc.array(value, { maxLength: 40 }), (values) => {
      const path = linePath(placed(values));
      const numbers = path.match(/-?\d+(\.\d+)?/g)?.map(Number) ?? [];
      expect(numbers.every((n) => n >= 0 && n <= 100)).toBe(true);
      expect(path.match(/[ML]/g) ?? []).toHaveLength(values.filter((v) => v !== null).length);
    }),
  );
});

it.each([
  ['a quarter', 0, 0.25, 'M50 6A44 44 0 0 1 94 50'],
  ['three quarters, the long way round', 0, 0.75, 'M50 6A44 44 0 1 1 6 50'],
  ['all of it, in two halves', 0, 1, 'M50 6A44 44 0 0 1 50 94A44 44 0 0 1 50 6'],
  ['nothing', 0.3, 0.3, ''],
])('draws %s of a ring', (_, from, to, path) => {
  expect(arcPath(from, to)).toBe(path);
});

it.each([
  ['one part that is all', [5], 5, [true]],
  ['a part of nothing', [0, 0], 0, [false, false]],
  ['a part that is none', [3, 0], 3, [true, false]],
  ['a part too small for the eye', [1, 9_999], 10_000, [true, true]],
])('shows %s', (_, values, whole, seen) => {
  expect(ringPaths(values, whole).map((path) => path !== '')).toEqual(seen);
});

it('closes the ring where one part is all of it', () => {
  expect(ringPaths([0, 7], 7)[1]).toBe(arcPath(0, 1));
});

it('puts days below each other and weeks side by side', () => {
  expect(cellsPath([4, 0, 0, 0, 0, 0, 0, 4])).toBe('M1 1h8v8h-8zM11 1h8v8h-8z');
});

it('draws a larger square for a higher step, in the middle of its day', () => {
  expect(cellsPath([1, 2])).toBe('M3.25 3.25h3.5v3.5h-3.5zM2.5 12.5h5v5h-5z');
});

it('draws every day on which something was done, once', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 4 }), { maxLength: 140 }), (steps) => {
      const drawn = cellsPath(steps).match(/M[\d.]+ [\d.]+/g) ?? [];
      const done = steps.filter((step) => step > 0).length;
      expect([drawn.length, new Set(drawn).size]).toEqual([done, done]);
    }),
  );
});
