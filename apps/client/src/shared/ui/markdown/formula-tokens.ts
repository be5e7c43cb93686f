import type { MarkedExtension, Tokens } from 'marked';

export interface FormulaToken extends Tokens.Generic {
  type: 'formula';
  tex: string;
  /** On a line of its own. */
  display: boolean;
}

const BLOCK = [/^ {0,3}\$\$([^]+?)\$\$[ \t]*(?:\n+|$)/, /^ {0,3}\\\[([^]+?)\\\][ \t]*(?:\n+|$)/];
const INLINE: [RegExp, boolean][] = [
  [/^\$\$([^]+?)\$\$/, true],
  [/^\\\[([^]+?)\\\]/, true],
  [/^\\\(([^]+?)\\\)/, false],
  // Money is none: "3$ 和 5$" has a space behind the sign or before the next one, or a figure after it.
  [/^\$(?![\s$])((?:\\[^\n]|[^$\\\n])*?(?:\\[^\n]|[^$\\\s]))\$(?!\d)/, false],
];

const formula = (raw: string, tex: string, display: boolean): FormulaToken => ({
  type: 'formula',
  raw,
  tex: tex.trim(),
  display,
});

/** `$…$` and `\(…\)` within a line, `$$…$$` and `\[…\]` on lines of their own, as models and teachers write them. */
export const formulas: MarkedExtension = {
  extensions: [
    {
      name: 'formula',
      level: 'block',
      tokenizer(source) {
        for (const form of BLOCK) {
          const found = form.exec(source);
          if (found?.[1]?.trim()) return formula(found[0], found[1], true);
        }
        return undefined;
      },
    },
    {
      name: 'formula',
      level: 'inline',
      start: (source) => {
        const at = source.search(/\$|\\[([]/);
        return at < 0 ? undefined : at;
      },
      tokenizer(source) {
        for (const [form, display] of INLINE) {
          const found = form.exec(source);
          if (found?.[1]?.trim()) return formula(found[0], found[1], display);
        }
        return undefined;
      },
    },
  ],
};
