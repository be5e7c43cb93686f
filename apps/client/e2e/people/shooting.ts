import path from 'node:path';

export const ROOT = path.resolve(import.meta.dirname, '../../../..');
export const OUT = path.join(ROOT, 'tmp/shots');

export const SIZES = [
  { width: 375, height: 812 },
  { width: 320, height: 640 },
  { width: 430, height: 932 },
  { width: 667, height: 375 },
  { width: 1024, height: 768 },
] as const;

/** Takes down what is not as it must be in the picture of this name. */
export type Complain = (name: string, faults: string[]) => void;
