import fc from 'fast-check';
import { heatStep, namedPlaces, partOf, ticksTo } from './scale';

it.each([
  [0, [0, 1]],
  [1, [0, 1]],
  [2, [0, 1, 2]],
  [3, [0, 2, 4]],
  [10, [0, 5, 10]],
  [31, [0, 20, 40]],
  [100, [0, 50, 100]],
  [142, [0, 100, 200]],
])('marks an axis up to %d at round numbers', (most, ticks) => {
  expect(ticksTo(most)).toEqual(ticks);
});

it('marks every axis from 0 to beyond its largest value, evenly, with few whole numbers', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1_000_000 }), fc.integer({ min: 2, max: 5 }), (most, lines) => {
      const ticks = ticksTo(most, lines);
      const step = ticks[1]!;
      expect(ticks[0]).toBe(0);
      expect(ticks[ticks.length - 1]).toBeGreaterThanOrEqual(most);
      expect(ticks.length).toBeLessThanOrEqual(lines + 1);
      ticks.forEach((tick, n) => expect(tick).toBe(n * step));
      expect(Number.isInteger(step)).toBe(true);
    }),
  );
});

it.each([
  [3, 4, 0.75],
  [0, 0, 0],
  [5, 0, 0],
  [9, 4, 1],
  [-1, 4, 0],
])('takes %d of %d as %d', (value, whole, part) => {
  expect(partOf(value, whole)).toBe(part);
});

it.each([
  [1, 4, [0]],
  [4, 4, [0, 1, 2, 3]],
  [7, 4, [0, 2, 4, 6]],
  [30, 4, [0, 10, 19, 29]],
  [5, 1, [0, 4]],
])('names places of %d when %d fit', (count, most, places) => {
  expect(namedPlaces(count, most)).toEqual(places);
});

it.each([
  [0, 10, 0],
  [1, 10, 1],
  [5, 10, 2],
  [10, 10, 4],
  [0, 0, 0],
])('shades %d of at most %d in step %d', (value, most, step) => {
  expect(heatStep(value, most)).toBe(step);
});
