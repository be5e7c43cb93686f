import { heightOf, type Stroke, widthOf } from './ink';

/** The dots before a remainder: at least three specks in a row, in pixels of the strip. */
export type Dots = { from: number; to: number; middle: number; specks: Stroke[] };

const LARGEST_SPECK = 0.17;
const WIDEST_GAP = 0.42;

/** The longest row of dots on a strip of this height. */
export function dotsAmong(strokes: readonly Stroke[], height: number): Dots | null {
  const specks = strokes.filter(
    (stroke) => widthOf(stroke) < LARGEST_SPECK * height && heightOf(stroke) < LARGEST_SPECK * height,
  );
  let best: Stroke[] = [];
  let row: Stroke[] = [];
  for (const speck of specks) {
    const last = row.at(-1);
    const isNext =
      last &&
      speck.left - last.right < WIDEST_GAP * height &&
      speck.left >= last.right - 2 &&
      Math.abs(speck.top - last.top) < 0.14 * height;
    row = isNext ? [...row, speck] : [speck];
    if (row.length > best.length) best = row;
  }
  if (best.length < 3) return null;
  const middles = best.map(({ top, bottom }) => (top + bottom) / 2);
  return {
    from: best[0]!.left,
    to: best.at(-1)!.right,
    middle: middles.reduce((sum, y) => sum + y, 0) / middles.length,
    specks: best,
  };
}

/** Struck-out writing: wider than a Chinese sign, with a line drawn through nearly all of its width. */
export function isStruckOut(stroke: Stroke, stripWidth: number, stripHeight: number): boolean {
  const [w, h] = [widthOf(stroke), heightOf(stroke)];
  if (w < 0.9 * stripHeight || h < 0.3 * stripHeight) return false;
  const band = Math.round(0.09 * stripHeight);
  const columns = Array.from({ length: h }, () => new Set<number>());
  for (const pixel of stroke.pixels)
    columns[((pixel / stripWidth) | 0) - stroke.top]!.add(pixel % stripWidth);
  for (let top = Math.round(0.2 * h); top + band < 0.85 * h; top++) {
    const covered = new Set<number>();
    for (const row of columns.slice(top, top + band)) for (const column of row) covered.add(column);
    const inside = columns.slice(top, top + band).some((row) => row.size > 0.55 * w);
    if (inside && covered.size > 0.93 * w) return true;
  }
  return false;
}

/** Whether a printed `=` stands outside `around`: two bars of like length, one above the other. */
export function hasEquals(strokes: readonly Stroke[], around: Stroke): boolean {
  const bars = strokes.filter(
    (stroke) =>
      widthOf(stroke) > 1.5 * heightOf(stroke) && (stroke.right < around.left || stroke.left > around.right),
  );
  return bars.some((upper) =>
    bars.some((lower) => {
      const shared = Math.min(upper.right, lower.right) - Math.max(upper.left, lower.left);
      const gap = lower.top - upper.bottom;
      return gap >= 0 && gap < widthOf(upper) && shared > 0.7 * Math.max(widthOf(upper), widthOf(lower));
    }),
  );
}

/**
 * Where the number of a circled label ends whose circle is too faint to see: small writing at the very start with
 * a gap behind it. 0 when there is none.
 */
export function endOfFaintLabel(strokes: readonly Stroke[], height: number): number {
  const tall = strokes.filter((stroke) => heightOf(stroke) > 0.25 * height);
  const [first, ...rest] = tall;
  if (!first || first.left > 0.8 * height) return 0;
  let end = first.right;
  for (const [i, stroke] of rest.entries()) {
    if (stroke.left - end > 0.16 * height) {
      const others = rest
        .slice(i)
        .map(heightOf)
        .sort((a, b) => a - b);
      const digit = others[others.length >> 1] ?? 0;
      const label = Math.max(...tall.slice(0, i + 1).map(heightOf));
      return label < 0.92 * digit && end < 1.5 * height ? (end + stroke.left) / 2 : 0;
    }
    end = Math.max(end, stroke.right);
  }
  return 0;
}
