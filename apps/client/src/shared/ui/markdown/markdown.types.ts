export interface MarkdownProps {
  /** Markdown with formulas in `$…$`, `$$…$$`, `\(…\)` or `\[…\]`. */
  source: string;
}
