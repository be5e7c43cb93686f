import vm from 'node:vm';
import { measureHeap } from './memory';

it('measures what is still held, and not what was let go', () => {
  const kept: number[][] = [];
  const before = measureHeap();
  // Much beside what other tests of this process have left to be collected meanwhile.
  for (let n = 0; n < 100; n++) kept.push(new Array<number>(100_000).fill(n));
  expect(measureHeap() - before).toBeGreaterThan(60e6);
  kept.length = 0;
  expect(measureHeap() - before).toBeLessThan(20e6);
});

it('leaves no collector behind for the contexts of the app', () => {
  measureHeap();
  expect(vm.runInNewContext('typeof gc')).toBe('undefined');
});
