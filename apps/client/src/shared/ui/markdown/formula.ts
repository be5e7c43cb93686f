import katex from 'katex';
import { escape } from './escape';

/** A formula of a school book is far below; what is above comes from a mistake or from malice. */
const MOST_LETTERS = 2_000;

interface Options {
  display: boolean;
  /** Also as MathML, which screen readers can walk through. */
  mathml: boolean;
}

/** A line that scrolls when it is too long. */
const line = (html: string) => `<div class="md-formula">${html}</div>`;

/** HTML of a formula. One that cannot be read is shown as it was written: it still says what was meant. */
export const formulaHtml = (tex: string, { display, mathml }: Options): string => {
  try {
    if (tex.length > MOST_LETTERS) throw new RangeError('too long for a formula');
    const html = katex.renderToString(tex, {
      displayMode: display,
      output: mathml ? 'htmlAndMathml' : 'html',
      // Nothing in a formula may load, link or name a class.
      trust: false,
      strict: 'ignore',
      maxExpand: 300,
      maxSize: 20,
    });
    return display ? line(html) : html;
  } catch {
    const source = `<code class="md-formula-source">${escape(tex)}</code>`;
    return display ? line(source) : source;
  }
};
