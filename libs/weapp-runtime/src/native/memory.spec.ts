import vm from 'node:vm';
import { measureHeap } from './memory';

it('measures what is still held, and not what was let go', () => {
  const kept: number[][] = [];
  const before = measureHeap();
  for (let n = 0; n < 100; n++) kept.push(new Array<number>(10_000).fill(n));
  expect(measureHeap() - before).toBeGreaterThan(6e6);
  kept.length = 0;
  expect(measureHeap() - before).toBeLessThan(2e6);
});

it('leaves no collector behind for the contexts of the app', () => {
  measureHeap();
  expect(vm.runInNewContext('typeof gc')).toBe('undefined');
});
