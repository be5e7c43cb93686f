const { readFileSync } = require('node:fs');
const path = require('node:path');

/** What school mathematics is set in. Script, Fraktur, typewriter and sans-serif fall back to these. */
const FACES = [
  'Main-Regular',
  'Main-Bold',
  'Math-Italic',
  'AMS-Regular',
  'Size1-Regular',
  'Size2-Regular',
  'Size3-Regular',
  'Size4-Regular',
];
const fileOf = (rule) => /fonts\/KaTeX_([\w-]+)\.woff2/.exec(rule)?.[1];

/**
 * KaTeX's style sheet with the faces that are needed, as WOFF2 alone. The mini-program can load no font from its
 * package: there they stand in the sheet. Its style sheets know no `*`, and no tags within rich-text: `span` is the class
 * that src/shared/ui/markdown/rich-text.ts writes in these places.
 */
module.exports = function trimKatex(css) {
  const { inlined } = this.getOptions();
  const sheet = css.replace(/\/\*[^]*?\*\//g, '').replace(/@font-face \{[^}]*\}/g, (rule) => {
    const face = fileOf(rule);
    if (!FACES.includes(face)) return '';
    const file = `fonts/KaTeX_${face}.woff2`;
    const bytes = () => readFileSync(path.join(this.context, file)).toString('base64');
    const source = inlined ? `data:font/woff2;base64,${bytes()}` : file;
    return rule.replace(/src:[^;]*;/, `src: url(${source}) format("woff2");`);
  });
  return inlined ? sheet.replace(/\.katex (\*|svg)[^{]*\{[^}]*\}/g, '').replace(/> span\b/g, '> .ks') : sheet;
};
