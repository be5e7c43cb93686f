import type { ReactNode } from 'react';

export interface GripProps {
  label: string;
  className?: string;
  style?: Record<string, string>;
  onStart: () => void;
  /** Pixels from where it was taken hold of. */
  onMove: (dx: number, dy: number) => void;
  /** An arrow key: -1, 0 or 1 each way. */
  onNudge: (dx: number, dy: number) => void;
  children?: ReactNode;
}
