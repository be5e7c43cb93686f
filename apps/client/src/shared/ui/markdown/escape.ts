const SIGNS: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Text as HTML that shows exactly it. All text of a document goes through here, and nothing else does. */
export const escape = (text: string): string => text.replace(/[&<>"']/g, (sign) => SIGNS[sign]!);

const NAMED: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  '#39': "'",
  nbsp: '\u00a0',
  times: '×',
  divide: '÷',
};

/** The few entities that are met in Markdown; others stay as they were typed. */
export const unescape = (text: string): string =>
  text.replace(/&(#39|[a-z]+);/g, (entity, name: string) => NAMED[name] ?? entity);
