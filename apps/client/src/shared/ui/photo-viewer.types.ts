import type { ReactNode } from 'react';

export interface PhotoViewerProps {
  className?: string;
  label: string;
  /** The id of the mark that should be in sight; the photo moves there when it changes. */
  target?: string;
  /** Photos with their marks. What lies in px here keeps its size when the photo is enlarged; per cent grows with it. */
  children: ReactNode;
}
