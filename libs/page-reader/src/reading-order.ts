import { median, type TextLine } from './geometry';

/** Lines whose middles are further apart than this share of a line's height stand on different rows. */
const ROW_STEP = 0.5;

/** As a person reads the page: row by row, and from left to right within a row, also on a tilted photo. */
export function inReadingOrder<T extends { line: TextLine }>(lines: readonly T[]): T[] {
  const angle = median(lines.map(({ line }) => line.angle));
  const height = median(lines.map(({ line }) => line.h));
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const placed = lines
    .map((of) => ({ of, along: of.line.x * cos + of.line.y * sin, down: of.line.y * cos - of.line.x * sin }))
    .sort((a, b) => a.down - b.down);
  const rows: (typeof placed)[] = [];
  for (const [i, line] of placed.entries()) {
    const above = placed[i - 1];
    if (above && line.down - above.down < ROW_STEP * height) rows.at(-1)!.push(line);
    else rows.push([line]);
  }
  return rows.flatMap((row) => row.sort((a, b) => a.along - b.along).map(({ of }) => of));
}
