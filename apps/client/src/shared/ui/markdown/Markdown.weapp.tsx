import { RichText } from '@tarojs/components';
import 'katex/dist/katex.css';
import { useMemo } from 'react';
import './markdown.scss';
import type { MarkdownProps } from './markdown.types';
import { toRichText } from './rich-text';
import { toHtml } from './to-html';

/**
 * For pages of sub-packages only: it brings 0.5 MB of reader, formulas and fonts. As text, not as nodes: half the bytes
 * of setData.
 */
export const Markdown = ({ source }: MarkdownProps) => {
  const html = useMemo(() => toRichText(toHtml(source, { mathml: false, links: false })), [source]);
  return <RichText className="md" nodes={html} />;
};
