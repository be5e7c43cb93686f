import type { Ink } from './ink';

const FURTHEST_DEGREES = 30;
const STEP_DEGREES = 2;
/** More points than these make no angle surer. */
const MOST_POINTS = 3_000;
const LEAST_POINTS = 200;
/** The best angle must stand out from the usual one this much, or there are no lines. */
const LEAST_LEAD = 1.35;

interface Point {
  x: number;
  y: number;
}

/**
 * By how many degrees the page is askew, positive when its lines fall to the right: seen along lines and columns of
 * writing, ink falls into few rows with gaps between (projection profile). Null where no direction stands out. A page
 * that lies on its side is as straight as an upright one.
 */
export const tiltOf = (ink: Ink): number | null => {
  const points = pointsOf(ink);
  if (points.length < LEAST_POINTS) return null;
  const lines = bestAngle(points, ink.width, ink.height);
  const turned = points.map(({ x, y }) => ({ x: y, y: x }));
  const columns = bestAngle(turned, ink.height, ink.width);
  const best = columns.score > lines.score ? { ...columns, degrees: 0 - columns.degrees } : lines;
  return best.score < LEAST_LEAD * best.usual ? null : best.degrees;
};

/** The margins hold the table and the fold. */
const pointsOf = ({ width, height, marks }: Ink): Point[] => {
  const [left, top] = [Math.round(width * 0.08), Math.round(height * 0.08)];
  const points: Point[] = [];
  for (let y = top; y < height - top; y++)
    for (let x = left; x < width - left; x++) if (marks[y * width + x]) points.push({ x, y });
  const share = MOST_POINTS / points.length;
  // Scattered by a multiplicative hash: every nth point would leave a pattern of its own across the page.
  return share >= 1 ? points : points.filter((_, i) => ((i * 2654435761) >>> 0) / 2 ** 32 < share);
};

const bestAngle = (points: Point[], width: number, height: number) => {
  const scores: { degrees: number; score: number }[] = [];
  for (let degrees = -FURTHEST_DEGREES; degrees <= FURTHEST_DEGREES; degrees += STEP_DEGREES)
    scores.push({ degrees, score: unevenness(points, (degrees * Math.PI) / 180, width, height) });
  scores.sort((a, b) => a.score - b.score);
  return { ...scores[scores.length - 1]!, usual: scores[Math.floor(scores.length / 2)]!.score };
};

/** How differently filled neighbouring rows are when the page is looked at from this angle. */
const unevenness = (points: Point[], angle: number, width: number, height: number): number => {
  const [sin, cos] = [Math.sin(angle), Math.cos(angle)];
  const first = Math.min(0, -width * sin);
  const rows = new Uint32Array(Math.ceil(height * cos + width * Math.abs(sin)) + 2);
  for (const { x, y } of points) rows[Math.floor(y * cos - x * sin - first)]!++;
  let sum = 0;
  for (let row = 1; row < rows.length; row++) sum += (rows[row]! - rows[row - 1]!) ** 2;
  return sum / points.length;
};
