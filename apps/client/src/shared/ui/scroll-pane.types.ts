import type { ReactNode } from 'react';

export interface ScrollPaneProps {
  className?: string;
  label: string;
  /** The id of what should be in sight; scrolls there when it changes. */
  target?: string;
  children: ReactNode;
}
