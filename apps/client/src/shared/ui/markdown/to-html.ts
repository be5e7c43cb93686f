import { Marked, type Token, type Tokens } from 'marked';
import { escape, unescape } from './escape';
import { formulaHtml } from './formula';
import { formulas, type FormulaToken } from './formula-tokens';

const reader = new Marked({ gfm: true, breaks: true }, formulas);
/** Above it is shown as plain text: no answer of ours is so long, and reading it would hold up the page. */
const MOST_LETTERS = 40_000;
const DEEPEST = 16;
/** Reading a quote of a quote of a quote takes the square of its depth. */
const DEEP_QUOTE = /^(?: {0,3}>){32}/m;

export interface Options {
  mathml: boolean;
  /** Links lead out of the app; without it they are their text. */
  links: boolean;
}

const wrap = (tag: string, inside: string, className = `md-${tag}`) =>
  `<${tag} class="${className}">${inside}</${tag}>`;
const plain = (text: string) => wrap('p', escape(text).replace(/\n/g, '<br>'));
const isFormula = (token: Token): token is FormulaToken => token.type === 'formula';

/** Addresses of the web only, as the browser itself reads them. */
const webAddress = (href: string): string | null => {
  try {
    const { protocol, href: read } = new URL(href);
    return protocol === 'https:' || protocol === 'http:' ? read : null;
  } catch {
    return null;
  }
};

/**
 * Markdown as HTML of a closed set of tags. Safe by construction: only this file writes tags, all text is escaped,
 * raw HTML is shown as the text that it is, pictures are their description and load nothing.
 */
export const toHtml = (source: string, options: Options): string => {
  const inline = (tokens: Token[] | undefined, depth: number): string =>
    (tokens ?? []).map((token) => span(token, depth)).join('');

  const span = (token: Token, depth: number): string => {
    if (depth > DEEPEST) return escape(token.raw);
    if (isFormula(token)) return formulaHtml(token.tex, { ...options, display: token.display });
    switch (token.type) {
      case 'strong':
      case 'em':
      case 'del':
        return wrap(token.type, inline(token.tokens, depth + 1));
      case 'codespan':
        return wrap('code', escape((token as Tokens.Codespan).text));
      case 'br':
        return '<br>';
      case 'checkbox':
        return `<span class="md-done">${(token as Tokens.Checkbox).checked ? '☑' : '☐'}</span> `;
      case 'link': {
        const text = inline(token.tokens, depth + 1);
        const address = options.links ? webAddress((token as Tokens.Link).href) : null;
        return address
          ? `<a class="md-a" href="${escape(address)}" target="_blank" rel="noopener noreferrer nofollow">${text}</a>`
          : text;
      }
      case 'image':
        return escape((token as Tokens.Image).text);
      case 'escape':
        return escape((token as Tokens.Escape).text);
      case 'text':
        return 'tokens' in token && token.tokens
          ? inline(token.tokens, depth + 1)
          : escape(unescape((token as Tokens.Text).text));
      default:
        return escape(token.raw);
    }
  };

  const list = ({ ordered, start, items }: Tokens.List, depth: number): string => {
    const lines = items.map((item) =>
      wrap('li', blocks(item.tokens, depth + 1), item.task ? 'md-li md-task' : 'md-li'),
    );
    const from = ordered && typeof start === 'number' && start !== 1 ? ` start="${start}"` : '';
    return ordered
      ? `<ol class="md-ol"${from}>${lines.join('')}</ol>`
      : `<ul class="md-ul">${lines.join('')}</ul>`;
  };

  const table = ({ header, rows }: Tokens.Table, depth: number): string => {
    const row = (tag: 'th' | 'td', cells: Tokens.TableCell[]) =>
      `<tr>${cells.map((cell) => wrap(tag, inline(cell.tokens, depth + 1))).join('')}</tr>`;
    const body = rows.map((cells) => row('td', cells)).join('');
    return wrap('table', `<thead>${row('th', header)}</thead><tbody>${body}</tbody>`);
  };

  const block = (token: Token, depth: number): string => {
    if (depth > DEEPEST) return escape(token.raw);
    if (isFormula(token)) return formulaHtml(token.tex, { ...options, display: token.display });
    switch (token.type) {
      case 'space':
      case 'def':
        return '';
      case 'heading':
        // Not a heading of the page, whose levels it does not know.
        return wrap('p', inline(token.tokens, depth + 1), 'md-h');
      case 'paragraph':
        return wrap('p', inline(token.tokens, depth + 1));
      case 'text':
      case 'checkbox':
        return span(token, depth);
      case 'list':
        return list(token as Tokens.List, depth);
      case 'blockquote':
        return wrap('blockquote', blocks(token.tokens, depth + 1));
      case 'code':
        return wrap('pre', escape((token as Tokens.Code).text));
      case 'table':
        return table(token as Tokens.Table, depth);
      case 'hr':
        return '<hr class="md-hr">';
      default:
        return plain(token.raw.trim());
    }
  };
  const blocks = (tokens: Token[] | undefined, depth: number): string =>
    (tokens ?? []).map((token) => block(token, depth)).join('');

  if (source.length > MOST_LETTERS || DEEP_QUOTE.test(source)) return plain(source);
  try {
    return blocks(reader.lexer(source), 0);
  } catch {
    // The reader recurses by nesting: a thousand brackets are no document.
    return plain(source);
  }
};
