import 'katex/dist/katex.css';
import { useLayoutEffect, useMemo, useRef } from 'react';
import { ui } from '../shared.zh';
import type { MarkdownProps } from './markdown.types';
import { toHtml } from './to-html';

/** Formulas that are too long for their line scroll, also by keys; the others are no stop on the way of the keyboard. */
const letKeysScroll = (place: HTMLElement): void => {
  for (const line of place.querySelectorAll('.md-formula')) {
    if (line.scrollWidth > line.clientWidth) {
      line.setAttribute('tabindex', '0');
      line.setAttribute('role', 'group');
      line.setAttribute('aria-label', ui.longFormula);
    } else ['tabindex', 'role', 'aria-label'].forEach((name) => line.removeAttribute(name));
  }
};

/** H5 only. The HTML is safe by the way it is made: see toHtml. */
export default function Written({ source }: MarkdownProps) {
  const place = useRef<HTMLDivElement>(null);
  const html = useMemo(() => ({ __html: toHtml(source, { mathml: true, links: true }) }), [source]);
  useLayoutEffect(() => {
    const element = place.current;
    if (!element) return undefined;
    letKeysScroll(element);
    // With the screen's width, the size of letters and the fonts that come later.
    const watch = new ResizeObserver(() => letKeysScroll(element));
    watch.observe(element);
    return () => watch.disconnect();
  }, [html]);
  return <div ref={place} className="md" dangerouslySetInnerHTML={html} />;
}
