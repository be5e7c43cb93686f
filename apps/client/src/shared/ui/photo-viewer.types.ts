import type { ReactNode } from 'react';

export interface PhotoViewerProps {
  className?: string;
  label: string;
  /** The id of the mark that should be in sight; the photo moves there when it changes. */
  target?: string;
  /**
   * Photos with their marks, and whether they are enlarged. What lies in px here keeps its size then; per cent grows
   * with it.
   */
  children: (isNear: boolean) => ReactNode;
}
