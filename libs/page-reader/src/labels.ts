/** How the items of a page are numbered: `(3)`, `3.`, `③`, or not at all. */
export type Numbering = 'bracket' | 'dot' | 'circle' | 'none';

const BRACKET = /^\(?(\d{1,2})\)(?=[\d(□])/u;
const DOT = /^(\d{1,2})[.…](?=[\d(□])/u;
const CIRCLE = /^[①?○](?=[\d(□])/u;

/**
 * Looks at all lines at once: `1.5+2` is a label on a page where nearly every line starts so and the numbers
 * differ, and a decimal elsewhere.
 */
export function numberingOf(lines: readonly { text: string; hasCircledLabel: boolean }[]): Numbering {
  const items = lines.filter(({ text }) => /[=<>]/.test(text) && /\d/.test(text));
  if (items.length === 0) return 'none';
  const share = (count: number): boolean => count > 0.6 * items.length;
  const dots = items.flatMap(({ text }) => DOT.exec(text)?.[1] ?? []);
  if (items.length > 2 && share(dots.length) && new Set(dots).size > 0.85 * dots.length) return 'dot';
  const circles = items.filter(({ text, hasCircledLabel }) => hasCircledLabel || text.startsWith('①'));
  if (circles.length > 2 || share(circles.length)) return 'circle';
  return share(items.filter(({ text }) => BRACKET.test(text)).length) ? 'bracket' : 'none';
}

/** `(25)4×2` has a label whatever the page looks like: two numbers never stand side by side. */
export function labelOf(text: string, numbering: Numbering): string {
  const bracket = BRACKET.exec(text)?.[0];
  if (bracket) return bracket;
  if (numbering === 'dot') return DOT.exec(text)?.[0] ?? '';
  return CIRCLE.exec(text)?.[0] ?? '';
}
