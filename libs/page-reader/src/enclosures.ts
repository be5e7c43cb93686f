import { heightOf, type Stroke, widthOf } from './ink';
import type { Strip } from './grey-picture';

/** A drawn ○ or □ with what is written inside it. */
export type Enclosure = {
  shape: 'ring' | 'box';
  border: Stroke;
  borderPixels: number[];
  inside: Stroke[];
  /** Nothing is written inside, not even something that touches the border. */
  isEmpty: boolean;
};

const DIRECTIONS = 48;
const CLOSED_SHARE = 0.9;

/**
 * The rings and boxes among the strokes. A ring or box is seen in nearly every direction from its middle, at the
 * distance where its outline must be; 0, 6, 8 and 9 are narrower than they are high.
 */
export function enclosuresOf(strip: Strip, strokes: readonly Stroke[]): Enclosure[] {
  return strokes.flatMap((border) => {
    const [w, h] = [widthOf(border), heightOf(border)];
    if (h < 0.34 * strip.height || w / h < 0.74 || w / h > 3) return [];
    const outline = outlineOf(border, strip.width);
    const shape = outline.ring && w / h < 1.35 ? 'ring' : outline.box ? 'box' : null;
    if (!shape) return [];
    const inside = strokes.filter((stroke) => stroke !== border && isInside(stroke, border));
    const isEmpty = inside.length === 0 && outline.inner < 0.06 * border.pixels.length;
    return [{ shape, border, borderPixels: outline.pixels, inside, isEmpty } as const];
  });
}

const isInside = (stroke: Stroke, border: Stroke): boolean =>
  stroke.left > border.left &&
  stroke.right < border.right &&
  stroke.top > border.top &&
  stroke.bottom < border.bottom;

function outlineOf(
  stroke: Stroke,
  width: number,
): { ring: boolean; box: boolean; pixels: number[]; inner: number } {
  const [a, b] = [widthOf(stroke) / 2, heightOf(stroke) / 2];
  const [cx, cy] = [stroke.left + a - 0.5, stroke.top + b - 0.5];
  const round = new Float32Array(DIRECTIONS);
  const square = new Float32Array(DIRECTIONS);
  const outer: number[] = [];
  let inner = 0;
  for (const pixel of stroke.pixels) {
    const [dx, dy] = [((pixel % width) - cx) / a, (((pixel / width) | 0) - cy) / b];
    const direction = Math.floor(((Math.atan2(dy, dx) / Math.PI + 1) / 2) * DIRECTIONS) % DIRECTIONS;
    const [toRing, toBox] = [Math.hypot(dx, dy), Math.max(Math.abs(dx), Math.abs(dy))];
    round[direction] = Math.max(round[direction]!, toRing);
    square[direction] = Math.max(square[direction]!, toBox);
    if (toRing < 0.6) inner++;
    if (toRing > 0.72 || toBox > 0.8) outer.push(pixel);
  }
  const share = (values: Float32Array, low: number, high: number): number =>
    values.filter((value) => value > low && value < high).length / DIRECTIONS;
  return {
    ring: share(round, 0.78, 1.14) >= CLOSED_SHARE,
    box: share(square, 0.82, 1.08) >= CLOSED_SHARE,
    pixels: outer,
    inner,
  };
}

/** The sign written in a ring, seen by its shape alone; null when it is none of the three. */
export function relationIn({ inside, border }: Enclosure, strip: Strip): '<' | '>' | '=' | null {
  const ink = inside.filter(({ pixels }) => pixels.length > 5);
  if (ink.length === 2 && ink.every((bar) => widthOf(bar) > 1.4 * heightOf(bar))) {
    const [upper, lower] = [...ink].sort((p, q) => p.top - q.top);
    const shared = Math.min(upper!.right, lower!.right) - Math.max(upper!.left, lower!.left);
    return upper!.bottom <= lower!.top + 1 && shared > 0.5 * widthOf(upper!) ? '=' : null;
  }
  if (ink.length !== 1) return null;
  const sign = ink[0]!;
  const [w, h] = [widthOf(sign), heightOf(sign)];
  if (h < 0.25 * heightOf(border) || w < 0.2 * widthOf(border)) return null;
  const spread = (from: number, to: number): number => {
    const rows = sign.pixels
      .filter(
        (pixel) =>
          (pixel % strip.width) - sign.left >= from * w && (pixel % strip.width) - sign.left < to * w,
      )
      .map((pixel) => (pixel / strip.width) | 0);
    return rows.length > 0 ? (Math.max(...rows) - Math.min(...rows) + 1) / h : 0;
  };
  const [left, right] = [spread(0, 0.3), spread(0.7, 1)];
  if (Math.abs(left - right) < 0.25) return null;
  return left < right ? '<' : '>';
}
