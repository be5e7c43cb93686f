import type { Strip } from './grey-picture';

/** Connected ink: its bounding box in pixels of the strip, right and bottom exclusive. */
export type Stroke = { left: number; top: number; right: number; bottom: number; pixels: number[] };

export const widthOf = ({ left, right }: Stroke): number => right - left;
export const heightOf = ({ top, bottom }: Stroke): number => bottom - top;

/** Ink is what is clearly darker than its surroundings, so that shadows are none. */
const DARKER_BY = 0.09;
const SMALLEST_STROKE = 4;

/** The mean brightness around every pixel, over a square of about a third of the strip's height. */
function paperOf({ width, height, data }: Strip): Float32Array {
  const sums = new Float64Array((width + 1) * (height + 1));
  for (let y = 0; y < height; y++) {
    let row = 0;
    for (let x = 0; x < width; x++) {
      row += data[y * width + x]!;
      sums[(y + 1) * (width + 1) + x + 1] = sums[y * (width + 1) + x + 1]! + row;
    }
  }
  const reach = Math.round(height / 3);
  const paper = new Float32Array(width * height);
  for (let y = 0; y < height; y++) {
    const [top, bottom] = [Math.max(0, y - reach), Math.min(height, y + reach + 1)];
    for (let x = 0; x < width; x++) {
      const [left, right] = [Math.max(0, x - reach), Math.min(width, x + reach + 1)];
      const sum =
        sums[bottom * (width + 1) + right]! -
        sums[top * (width + 1) + right]! -
        sums[bottom * (width + 1) + left]! +
        sums[top * (width + 1) + left]!;
      paper[y * width + x] = sum / ((right - left) * (bottom - top));
    }
  }
  return paper;
}

/** The strokes on a strip, from left to right; `darkerBy` is the least contrast, as a share of the brightness. */
export function strokesOf(strip: Strip, darkerBy = DARKER_BY): Stroke[] {
  const { width, height, data } = strip;
  const paper = paperOf(strip);
  const open = new Uint8Array(width * height);
  for (let i = 0; i < open.length; i++) open[i] = data[i]! < paper[i]! * (1 - darkerBy) ? 1 : 0;
  const strokes: Stroke[] = [];
  for (let start = 0; start < open.length; start++) {
    if (open[start] === 0) continue;
    const stroke: Stroke = { left: width, top: height, right: 0, bottom: 0, pixels: [start] };
    open[start] = 0;
    for (let next = 0; next < stroke.pixels.length; next++) {
      const pixel = stroke.pixels[next]!;
      const [x, y] = [pixel % width, (pixel / width) | 0];
      stroke.left = Math.min(stroke.left, x);
      stroke.right = Math.max(stroke.right, x + 1);
      stroke.top = Math.min(stroke.top, y);
      stroke.bottom = Math.max(stroke.bottom, y + 1);
      for (let dy = -1; dy <= 1; dy++) {
        for (let dx = -1; dx <= 1; dx++) {
          const [nx, ny] = [x + dx, y + dy];
          if (nx < 0 || ny < 0 || nx >= width || ny >= height || open[ny * width + nx] === 0) continue;
          open[ny * width + nx] = 0;
          stroke.pixels.push(ny * width + nx);
        }
      }
    }
    if (stroke.pixels.length >= SMALLEST_STROKE) strokes.push(stroke);
  }
  return strokes.sort((a, b) => a.left - b.left);
}

/** Takes the stroke, and the grey edge around it, off the paper. Changes the strip. */
export function erase(strip: Strip, pixels: readonly number[], reach = 2): void {
  const { width, height, data } = strip;
  const paper = brightest(strip);
  for (const pixel of pixels) {
    const [x, y] = [pixel % width, (pixel / width) | 0];
    for (let ny = Math.max(0, y - reach); ny <= Math.min(height - 1, y + reach); ny++)
      for (let nx = Math.max(0, x - reach); nx <= Math.min(width - 1, x + reach); nx++)
        data[ny * width + nx] = Math.max(data[ny * width + nx]!, paper);
  }
}

/** What the bare paper looks like on this strip: its 70th percentile. */
export function brightest({ data }: Strip): number {
  const counts = new Uint32Array(256);
  for (const value of data) counts[value | 0]!++;
  let seen = 0;
  for (let value = 0; value < 256; value++) {
    seen += counts[value]!;
    if (seen > data.length * 0.7) return value;
  }
  return 255;
}
