/** What pens, fonts and keyboards write for one and the same sign. */
const SAME_SIGN: ReadonlyArray<readonly [RegExp, string]> = [
  [/\.{2,}|⋯+|·{2,}|余/gu, '…'],
  [/…+/gu, '…'],
  [/⁄/gu, '/'],
  [/[\u2212\u2010-\u2015\u2500ー]/gu, '-'],
  [/[*✕✖⨯╳]/gu, '×'],
  [/(?<=[\d)%□])[xX](?=[\d(□])/gu, '×'],
  [/[○◯〇⭕]/gu, '○'],
  [/[□▢◻☐口]|_{2,}/gu, '□'],
  [/[〔【[{]/gu, '('],
  [/[〕】\]}]/gu, ')'],
  // 1,000 is one number; 3、5 are two.
  [/(?<=\d),(?=\d{3}(?!\d))/gu, ''],
];

/**
 * The same line in the canonical alphabet: ASCII digits, `+ - × ÷ / ( ) % = < >`, `…` before a remainder,
 * `○` a comparison to fill in, `□` a blank, units in Chinese or Latin letters. No spaces, no circled label.
 */
export function normalise(text: string): string {
  let line = text
    .replace(/^\s*[\u2460-\u2473]/u, '')
    .normalize('NFKC')
    .replace(/\s+/gu, '');
  for (const [glyphs, sign] of SAME_SIGN) line = line.replace(glyphs, sign);
  return line;
}
