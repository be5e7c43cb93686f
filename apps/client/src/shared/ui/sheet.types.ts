import type { ReactNode } from 'react';

export interface SheetProps {
  title: string;
  onClose: () => void;
  children: ReactNode;
}
