import type { Box, PageProblem, Verdict } from '@wuhao/contracts';

export type PageItem = {
  /** Pixels of the upright picture as it came. */
  box: Box;
  text: string;
  /** The line without the answer, blanks as on the page. */
  question: string;
  verdict: Verdict;
  studentAnswer: string | null;
  expected: string | null;
  /** 0-1 */
  confidence: number;
};

/** A page that could not be graded has no items and says why. Sizes are 0 for bytes that are no picture. */
export type PageReading = { width: number; height: number; items: PageItem[]; problem: PageProblem | null };

export type FromChild =
  { type: 'ready' } | { type: 'read'; reading: PageReading } | { type: 'failed'; message: string };
export type ToChild = { type: 'read'; picture: Uint8Array };
