/** A drawing is 100 by 100 and stretched to its box, as CSS percentages are. */
const round = (n: number) => String(Math.round(n * 100) / 100);

export interface Point {
  /** 0 (left, bottom) to 1 (right, top). */
  x: number;
  y: number;
}

/** Places of a row of values; a lone one stands in the middle. Null where there was nothing to measure. */
export const placed = (parts: readonly (number | null)[]): (Point | null)[] =>
  parts.map((y, n) => (y === null ? null : { x: parts.length > 1 ? n / (parts.length - 1) : 0.5, y }));

/** A line through the points, broken where one is missing; a point between two gaps is a dot. */
export const linePath = (points: readonly (Point | null)[]): string =>
  points
    .map((point, n) => {
      if (!point) return '';
      const at = `${round(point.x * 100)} ${round(100 - point.y * 100)}`;
      if (points[n - 1]) return `L${at}`;
      return points[n + 1] ? `M${at}` : `M${at}h0`;
    })
    .join('');

const RADIUS = 44;
/** Between two parts, as a part of the ring. */
const GAP = 0.012;

const onRing = (turn: number) => {
  const angle = turn * 2 * Math.PI;
  return `${round(50 + RADIUS * Math.sin(angle))} ${round(50 - RADIUS * Math.cos(angle))}`;
};

/** A piece of a ring, clockwise from the top; `from` and `to` are turns from 0 to 1. Empty when there is none. */
export const arcPath = (from: number, to: number): string => {
  const length = to - from;
  if (length <= 0) return '';
  // An arc from a point to itself is none: a whole ring is two halves.
  if (length >= 1)
    return `M${onRing(0)}A${RADIUS} ${RADIUS} 0 0 1 ${onRing(0.5)}A${RADIUS} ${RADIUS} 0 0 1 ${onRing(0)}`;
  return `M${onRing(from)}A${RADIUS} ${RADIUS} 0 ${length > 0.5 ? 1 : 0} 1 ${onRing(to)}`;
};

/** Pieces in order around the ring, a little apart. What is not nothing is seen, however small. */
export const ringPaths = (values: readonly number[], whole: number): string[] => {
  const shown = values.filter((value) => value > 0).length;
  const isWhole = shown === 1 && values.some((value) => value >= whole);
  const gap = isWhole || whole <= 0 ? 0 : GAP;
  let from = 0;
  return values.map((value) => {
    const length = whole > 0 ? Math.max(0, value) / whole : 0;
    const start = from;
    from += length;
    return length > 0 ? arcPath(start + gap / 2, Math.max(start + gap / 2 + 0.002, from - gap / 2)) : '';
  });
};

/** Of a cell of 10 by 10: what was a little is seen too, and the most leaves a gap to the next cell. */
const sideOf = (step: number) => 2 + 1.5 * step;

/** Squares in a grid whose columns are weeks and whose rows are days, as large as their steps; none for 0. */
export const cellsPath = (steps: readonly number[]): string =>
  steps
    .map((step, n) => {
      if (step === 0) return '';
      const side = sideOf(step);
      const from = (at: number) => round(at * 10 + (10 - side) / 2);
      return `M${from(Math.floor(n / 7))} ${from(n % 7)}h${side}v${side}h-${side}z`;
    })
    .join('');
