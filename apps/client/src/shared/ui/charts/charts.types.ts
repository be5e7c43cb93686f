import type { ReactNode } from 'react';

/** Pine for what is ours, the verdicts' colours for verdicts; nothing else has a colour. */
export type Tone = 'pine' | 'correct' | 'wrong' | 'suspect' | 'rest';

export interface FigureProps {
  /** One sentence that says what the drawing shows. It stands beside it. */
  words: string;
  /** Every number of the drawing, for those who hear it. */
  numbers: readonly string[];
  children: ReactNode;
  className?: string;
}
