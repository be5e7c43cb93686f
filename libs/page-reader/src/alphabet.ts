/**
 * The recogniser knows 6,623 glyphs; a page of 口算 needs these. Each sign takes the probabilities of all glyphs
 * that mean it, or that the recogniser mistakes it for.
 */
const GLYPHS_OF: Readonly<Record<string, string>> = {
  '0': '0oOQDＯ０CcΟ°º',
  '1': '1lI丨|｜１│i!！',
  '2': '2２zZ',
  '3': '3３',
  '4': '4４',
  '5': '5５Ss',
  '6': '6６b',
  '7': '7７',
  '8': '8８B',
  '9': '9９gq',
  '+': '+＋十',
  '-': '-－—–一ˉ‐_～~─',
  '×': '×xX*＊χ乂×√',
  '÷': '÷:：',
  '/': '/／∕丿',
  '(': '(（〔[【［',
  ')': ')）〕]】］',
  '%': '%％‰',
  '=': '=＝二三≈',
  '<': '<＜〈く≤《',
  '>': '>＞〉≥》',
  '.': ".．。·,，、‧•´'",
  '…': '…⋯┅',
  '□': '□口回ロ■',
  '○': '○〇◎◯⊙',
  '①': '①②④⑧⑴⑵⑶',
  又: '又',
  千: '千干',
  毫: '毫亳毛',
  平: '平乎',
};
const UNIT_GLYPHS = '厘分米克吨秒时元角方立升小公斤里日天周星期月年顷个钟';

/** Index 0 is the CTC blank (with the space), the last one every glyph that is no part of arithmetic. */
export const SIGNS: readonly string[] = ['', ...Object.keys(GLYPHS_OF), ...UNIT_GLYPHS, '?'];
export const OTHER = SIGNS.length - 1;

/** Class of the recogniser → index in SIGNS. */
export function foldingOf(dictionary: readonly string[]): Uint8Array {
  const signOf = new Map<string, number>();
  SIGNS.forEach((sign, index) => {
    for (const glyph of GLYPHS_OF[sign] ?? sign) signOf.set(glyph, index);
  });
  const folding = new Uint8Array(dictionary.length + 2).fill(OTHER);
  dictionary.forEach((glyph, index) => (folding[index + 1] = signOf.get(glyph) ?? OTHER));
  folding[0] = 0;
  folding[dictionary.length + 1] = 0;
  return folding;
}
