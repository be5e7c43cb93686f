import type { ScrollPaneProps } from './scroll-pane.types';

/** A part of the page that scrolls by itself. */
export const ScrollPane = ({ className = '', label, children }: ScrollPaneProps) => (
  <div className={`pane ${className}`} role="region" aria-label={label} tabIndex={0}>
    {children}
  </div>
);
