import fc from 'fast-check';
import { newestWithin } from './bounds';

const read = (at: number, chars: number) => ({ at, text: 'x'.repeat(chars) });

it.each([
  ['nothing', [], []],
  ['all that fit', [read(1, 3), read(2, 3)], [2, 1]],
  ['the newest', [read(1, 3), read(4, 3), read(3, 3), read(2, 3)], [4, 3, 2]],
  ['smaller ones past a large one', [read(3, 4), read(2, 9), read(1, 4)], [3, 1]],
])('keeps %s', (_what, reads, kept) => {
  expect(newestWithin(reads, { mostEntries: 3, mostChars: 10 }).map(({ at }) => at)).toEqual(kept);
});

it('never exceeds its bounds, and never leaves out what it had room for', () => {
  const reads = fc.array(
    fc.record({ at: fc.nat(), chars: fc.nat({ max: 50 }) }).map(({ at, chars }) => read(at, chars)),
    { maxLength: 40 },
  );
  fc.assert(
    fc.property(reads, fc.nat({ max: 20 }), fc.nat({ max: 400 }), (all, mostEntries, mostChars) => {
      const kept = newestWithin(all, { mostEntries, mostChars });
      const chars = kept.reduce((sum, { text }) => sum + text.length, 0);
      const left = all.filter((one) => !kept.includes(one));
      return (
        kept.length <= mostEntries &&
        chars <= mostChars &&
        (kept.length === mostEntries || left.every(({ text }) => chars + text.length > mostChars))
      );
    }),
  );
});
