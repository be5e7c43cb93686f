import fc from 'fast-check';
import { uuidv7 } from './uuidv7';

it('has the version, the variant and the time of RFC 9562', () => {
  const id = uuidv7(Date.UTC(2100, 0, 1));
  expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(parseInt(id.replace('-', '').slice(0, 12), 16)).toBe(Date.UTC(2100, 0, 1));
});

it('sorts in the order of making, within a millisecond and when the clock steps back', () => {
  let at = Date.UTC(2101, 0, 1);
  let last = uuidv7(at);
  fc.assert(
    fc.property(fc.integer({ min: -5_000, max: 3 }), (step) => {
      at += step;
      const id = uuidv7(at);
      expect(id > last).toBe(true);
      last = id;
    }),
    { numRuns: 500 },
  );
});

it('stays in order when more are made in one millisecond than its counter holds', () => {
  const at = Date.UTC(2102, 0, 1);
  const ids = Array.from({ length: 10_000 }, () => uuidv7(at));
  expect([...ids].sort()).toEqual(ids);
  expect(new Set(ids).size).toBe(ids.length);
});
