import type { ReactNode } from 'react';

export interface ScrollPaneProps {
  className?: string;
  label: string;
  children: ReactNode;
}
