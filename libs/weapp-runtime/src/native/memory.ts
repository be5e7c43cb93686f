import { setFlagsFromString } from 'node:v8';
import vm from 'node:vm';

/** Bytes that the logic's process still holds after its garbage was collected. */
export function measureHeap(): number {
  // The collector is taken out of a context that is made for it, and the flag is put back:
  // the app's own context must not get to know a function that no phone has.
  setFlagsFromString('--expose-gc');
  const collect = vm.runInNewContext('gc') as () => void;
  setFlagsFromString('--no-expose-gc');
  collect();
  return process.memoryUsage().heapUsed;
}
