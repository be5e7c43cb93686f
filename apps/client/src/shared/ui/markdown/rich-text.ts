/** The colour of the ink in tokens.scss: a picture cannot take the text's. */
export const INK = '#22302b';
const PAINT = INK.replace('#', '%23');
const SVG = /<svg ([^>]*)>([^]*?)<\/svg>/g;
const KEPT = /(viewBox|preserveAspectRatio)="([^"]*)"/g;

const inUrl = (svg: string) =>
  svg
    .replace(/[%<>#]/g, encodeURIComponent)
    .replace(/"/g, "'")
    .replace(/\s+/g, ' ');

/** Without a width and height of its own the picture keeps to its box as the drawing did. */
const picture = (attributes: string, inside: string) => {
  const kept = (attributes.match(KEPT) ?? []).map(inUrl).join(' ');
  const open = `%3Csvg xmlns='http://www.w3.org/2000/svg' ${kept} fill='${PAINT}'`;
  const stroke = inside.includes('<line') ? ` stroke='${PAINT}'` : '';
  const style = /style="[^"]*"/.exec(attributes)?.[0] ?? '';
  return `<img class="md-drawn" ${style} src="data:image/svg+xml,${open}${stroke}%3E${inUrl(inside)}%3C/svg%3E">`;
};

const SPAN = /<span([^>]*)>|<\/span>/g;
/** Whose spans KaTeX's style sheet reaches by their tag: the lines of a stack, its fractions and tall brackets. */
const STACK = /^(vlist|mfrac)$/;
const BRACKET = /^(katex-inner|delim-size[14])$/;
const classesOf = (attributes: string) => /class="([^"]*)"/.exec(attributes)?.[1]?.split(' ') ?? [];

/** The class `ks` where that style sheet says `> span`, because within rich-text no style knows a tag. */
const markSpans = (html: string): string => {
  const open: string[][] = [];
  const has = (above: number, name: RegExp) =>
    (open[open.length - above] ?? []).some((className) => name.test(className));
  return html.replace(SPAN, (tag, attributes: string | undefined) => {
    if (attributes === undefined) {
      open.pop();
      return tag;
    }
    const isReached = has(1, STACK) || has(2, STACK) || has(1, BRACKET);
    open.push(classesOf(attributes));
    if (!isReached) return tag;
    return attributes.includes('class="')
      ? tag.replace('class="', 'class="ks ')
      : `<span class="ks"${attributes}>`;
  });
};

/**
 * For WeChat's rich-text, which knows no SVG: roots, braces and long arrows become pictures in their place. Text cannot
 * be taken for a drawing, because its `<` is escaped.
 */
export const toRichText = (html: string): string =>
  markSpans(html)
    .replace(/ aria-hidden="true"/g, '')
    .replace(SVG, (_, attributes: string, inside: string) => picture(attributes, inside));
