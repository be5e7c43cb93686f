import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

type Collect = (options: { type: 'minor' }) => void;

/** A collection of the young takes about 1 ms: with 20 uploads at full speed that is one or two in a hundred. */
const BYTES_PER_COLLECTION = 2 * 1024 * 1024;

let collect: Collect | undefined;
let passedBytes = 0;

/**
 * Counts bytes that went through this process from socket to disk. Each 64 KB of them is a buffer outside the heap, and
 * the heap, which hardly grows, sees no reason to collect before some 100 MB of them have gathered (20 uploads of 8 MB
 * at once: 56-126 MB of growth; with this 20-50). So the young ones are collected here, by the bytes.
 */
export function passed(bytes: number): void {
  passedBytes += bytes;
  if (passedBytes < BYTES_PER_COLLECTION) return;
  passedBytes = 0;
  collect ??= minorCollection();
  collect({ type: 'minor' });
}

function minorCollection(): Collect {
  setFlagsFromString('--expose-gc');
  return runInNewContext('gc') as Collect;
}
