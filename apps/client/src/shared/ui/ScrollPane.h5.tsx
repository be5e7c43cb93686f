import { useEffect, useRef } from 'react';
import type { ScrollPaneProps } from './scroll-pane.types';

const isCalm = () => window.matchMedia?.('(prefers-reduced-motion: reduce)').matches ?? false;

/** A part of the page that scrolls by itself. */
export const ScrollPane = ({ className = '', label, target, children }: ScrollPaneProps) => {
  const pane = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = pane.current;
    const child = target ? element?.querySelector(`[id="${target}"]`) : null;
    if (!element || !child) return;
    const frame = element.getBoundingClientRect();
    const { top, height } = child.getBoundingClientRect();
    const offset = top - frame.top - (element.clientHeight - height) / 2;
    element.scrollTo?.({ top: element.scrollTop + offset, behavior: isCalm() ? 'auto' : 'smooth' });
  }, [target]);
  return (
    <div ref={pane} className={`pane ${className}`} role="region" aria-label={label} tabIndex={0}>
      {children}
    </div>
  );
};
