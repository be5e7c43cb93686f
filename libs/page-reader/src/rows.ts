import { around, at, cornersOf, median, type TextLine } from './geometry';

/** How far apart, in heights of the page's lines, two boxes of one line may stand. */
const GAP = 0.4;

/** Where `other` lies in the frame of `line`: along and across, from its upper left corner. */
function inFrameOf(
  line: TextLine,
  other: TextLine,
): { from: number; to: number; top: number; bottom: number } {
  const turned = around(cornersOf(other), line.angle);
  const origin = at(line, 0, 0);
  const corner = at(turned, 0, 0);
  const [cos, sin] = [Math.cos(line.angle), Math.sin(line.angle)];
  const [dx, dy] = [corner.x - origin.x, corner.y - origin.y];
  const from = dx * cos + dy * sin;
  const top = dy * cos - dx * sin;
  return { from, to: from + turned.w, top, bottom: top + turned.h };
}

/** Negative where they overlap; infinite when the two are not on one row. */
export function gapBetween(left: TextLine, right: TextLine): number {
  const [base, other] = left.w >= right.w ? [left, right] : [right, left];
  const { from, to, top, bottom } = inFrameOf(base, other);
  const shared = Math.min(bottom, base.h) - Math.max(top, 0);
  if (shared < 0.5 * Math.min(base.h, bottom - top)) return Infinity;
  return base === left ? from - base.w : -to;
}

export const join = (a: TextLine, b: TextLine): TextLine =>
  around([...cornersOf(a), ...cornersOf(b)], (a.w >= b.w ? a : b).angle);

/** Joins the boxes that the detector cut a line into, and sorts the lines as they are read. */
export function toRows(boxes: readonly TextLine[], gap = GAP): TextLine[] {
  const height = median(boxes.map(({ h }) => h));
  const rows: TextLine[] = [];
  for (const box of [...boxes].sort((a, b) => a.x - a.w / 2 - (b.x - b.w / 2))) {
    const near = rows
      .map((row, index) => ({ index, distance: gapBetween(row, box) }))
      .filter(({ distance }) => distance < gap * height)
      .sort((a, b) => b.distance - a.distance)[0];
    if (near) rows[near.index] = join(rows[near.index]!, box);
    else rows.push(box);
  }
  return rows.sort((a, b) => a.y - b.y);
}

type Sign = { sign: string; from: number; to: number };

/** Nothing ends in a sign of the first kind or starts with one of the second. */
const OPENING = '.(+-×÷/';
const CLOSING = '.)+-×÷/=%';

/**
 * Cuts a line that holds several items: between every two `=`, at the widest gap in the ink where one item may end
 * and the next one, or its label, may start. Gives the shares of the length where to cut.
 */
export function cutsBetween(signs: readonly Sign[], ink: readonly { from: number; to: number }[]): number[] {
  const equals = signs.flatMap(({ sign }, i) => (sign === '=' ? [i] : []));
  return equals.slice(0, -1).flatMap((start, i) => {
    let [widest, cut] = [0, 0];
    for (let left = start + 1; left + 1 < equals[i + 1]!; left++) {
      const [before, after] = [signs[left]!, signs[left + 1]!];
      if (OPENING.includes(before.sign) || CLOSING.includes(after.sign)) continue;
      const middle = (before.to + after.from) / 2;
      const from = Math.max(0, ...ink.filter((stroke) => stroke.from < middle).map(({ to }) => to));
      const to = Math.min(1, ...ink.filter((stroke) => stroke.from >= middle).map((stroke) => stroke.from));
      if (to - from > widest) [widest, cut] = [to - from, (from + to) / 2];
    }
    return widest > 0 ? [cut] : [];
  });
}
