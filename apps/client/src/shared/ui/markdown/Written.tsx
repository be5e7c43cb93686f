import 'katex/dist/katex.css';
import { useMemo } from 'react';
import type { MarkdownProps } from './markdown.types';
import { toHtml } from './to-html';

/** H5 only. The HTML is safe by the way it is made: see toHtml. */
export default function Written({ source }: MarkdownProps) {
  const html = useMemo(() => ({ __html: toHtml(source, { mathml: true, links: true }) }), [source]);
  return <div className="md" dangerouslySetInnerHTML={html} />;
}
