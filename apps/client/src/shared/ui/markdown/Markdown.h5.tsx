import { lazy, Suspense } from 'react';
import './markdown.scss';
import type { MarkdownProps } from './markdown.types';

const Plain = ({ source }: MarkdownProps) => <div className="md md-plain">{source}</div>;
/** Reader, formulas and their style come with the first text that needs them; without a network it stays as typed. */
const Written = lazy(() => import('./Written').catch(() => ({ default: Plain })));

export const Markdown = ({ source }: MarkdownProps) => (
  <Suspense fallback={<Plain source={source} />}>
    <Written source={source} />
  </Suspense>
);
