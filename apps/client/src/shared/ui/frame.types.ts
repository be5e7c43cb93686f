import type { ReactNode } from 'react';
import type { Tab } from '../routes';

export interface FrameProps {
  title: string;
  /** A tab page; the others can go back. */
  tab?: Tab;
  /** A page that greets in its own words has no title line. */
  bare?: boolean;
  /** Also for people who are not signed in. */
  open?: boolean;
  /** Fills the screen and scrolls inside itself. */
  fill?: boolean;
  /** One small action beside the title. */
  action?: ReactNode;
  /** Stays in the reach of the thumb. */
  footer?: ReactNode;
  children: ReactNode;
}
