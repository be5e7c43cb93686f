import fc from 'fast-check';
import { slopePerMinute } from './slope';

it('is zero for a level, and what is added in a minute for a straight line', () => {
  expect(slopePerMinute([0, 10_000, 20_000].map((atMs) => ({ atMs, value: 7 })))).toBe(0);
  expect(slopePerMinute([0, 60_000, 180_000].map((atMs) => ({ atMs, value: atMs / 30_000 })))).toBeCloseTo(2);
});

it('takes the middle way through what goes up and down', () => {
  const samples = [3, 1, 3, 1, 3].map((value, n) => ({ atMs: n * 15_000, value }));
  expect(slopePerMinute(samples)).toBeCloseTo(0);
});

it('finds any straight line again, wherever it starts', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -1000, max: 1000 }),
      fc.integer({ min: 0, max: 2_000_000_000 }),
      fc.uniqueArray(fc.integer({ min: 0, max: 1_200_000 }), { minLength: 2, maxLength: 40 }),
      (perMinute, startMs, moments) => {
        const samples = moments.map((ms) => ({ atMs: startMs + ms, value: 50 + (perMinute * ms) / 60_000 }));
        expect(slopePerMinute(samples)).toBeCloseTo(perMinute, 1);
      },
    ),
  );
});

it('refuses to draw a line through one point', () => {
  expect(() => slopePerMinute([{ atMs: 0, value: 1 }])).toThrow('two samples');
  expect(() => slopePerMinute([1, 2].map((value) => ({ atMs: 5, value })))).toThrow('different moments');
});
