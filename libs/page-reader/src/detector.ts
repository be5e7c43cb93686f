import { around, cornersOf, median, type Point, smallestAround, type TextLine } from './geometry';
import { type Models, run } from './models';

/** RGB, three bytes a pixel, sides multiples of 32; `scale` is how many pixels of the working picture one covers. */
export type DetectionPicture = {
  width: number;
  height: number;
  data: Uint8Array;
  scaleX: number;
  scaleY: number;
};

/** The model's training normalisation, for its channel order blue, green, red. */
const MEAN = [0.485, 0.456, 0.406];
const DEVIATION = [0.229, 0.224, 0.225];

/** A pixel belongs to writing from this probability on, an area from the second. */
const PIXEL_THRESHOLD = 0.3;
const AREA_THRESHOLD = 0.55;
/** The model marks the core of a line; its height grows by this share of area over perimeter (DB "unclip"). */
const UNCLIP = 1.6;
const SMALLEST_SIDE = 3;

/** Finds where something is written. Lines come in pixels of the working picture. */
export class Detector {
  constructor(private readonly models: Models) {}

  async find(picture: DetectionPicture): Promise<TextLine[]> {
    const { width, height, scaleX, scaleY } = picture;
    const { data } = await run(this.models.detection, toInput(picture), [1, 3, height, width]);
    const boxes = areasOf(data, width, height).flatMap((edge) => {
      const core = smallestAround(edge);
      if (Math.min(core.w, core.h) < SMALLEST_SIDE) return [];
      const grow = (core.w * core.h * UNCLIP) / (2 * (core.w + core.h));
      const line = { ...core, w: core.w + 2 * grow, h: core.h + 2 * grow };
      return [{ ...line, x: line.x * scaleX, y: line.y * scaleY, w: line.w * scaleX, h: line.h * scaleY }];
    });
    return toLines(boxes);
  }
}

function toInput({ width, height, data }: DetectionPicture): Float32Array {
  const plane = width * height;
  const input = new Float32Array(3 * plane);
  for (let channel = 0; channel < 3; channel++) {
    const [mean, deviation] = [MEAN[channel]!, DEVIATION[channel]!];
    const [factor, shift] = [1 / 255 / deviation, mean / deviation];
    for (let i = 0; i < plane; i++) input[channel * plane + i] = data[i * 3 + 2 - channel]! * factor - shift;
  }
  return input;
}

/** The connected areas that are writing, each as the ends of its rows. */
function areasOf(probability: Float32Array, width: number, height: number): Point[][] {
  const open = new Uint8Array(width * height);
  for (let i = 0; i < open.length; i++) open[i] = probability[i]! > PIXEL_THRESHOLD ? 1 : 0;
  const areas: Point[][] = [];
  const queue = new Int32Array(width * height);
  for (let start = 0; start < open.length; start++) {
    if (open[start] === 0) continue;
    let [next, count, sum] = [0, 1, 0];
    queue[0] = start;
    open[start] = 0;
    const rows = new Map<number, [number, number]>();
    while (next < count) {
      const pixel = queue[next++]!;
      const [x, y] = [pixel % width, (pixel / width) | 0];
      sum += probability[pixel]!;
      const row = rows.get(y);
      if (!row) rows.set(y, [x, x]);
      else if (x < row[0]) row[0] = x;
      else if (x > row[1]) row[1] = x;
      for (let dy = -1; dy <= 1; dy++) {
        const ny = y + dy;
        if (ny < 0 || ny >= height) continue;
        for (let nx = Math.max(0, x - 1); nx <= Math.min(width - 1, x + 1); nx++) {
          const neighbour = ny * width + nx;
          if (open[neighbour] === 0) continue;
          open[neighbour] = 0;
          queue[count++] = neighbour;
        }
      }
    }
    if (count < 8 || sum / count < AREA_THRESHOLD) continue;
    areas.push(
      [...rows].flatMap(([y, [from, to]]) => [
        { x: from, y },
        { x: to + 1, y },
        { x: from, y: y + 1 },
        { x: to + 1, y: y + 1 },
      ]),
    );
  }
  return areas;
}

/** Boxes about as wide as high say nothing about their angle: they take that of the page. */
export function toLines(boxes: readonly TextLine[]): TextLine[] {
  const isLong = ({ w, h }: TextLine): boolean => w > 3 * h;
  const pageAngle = median(boxes.filter(isLong).map(({ angle }) => angle));
  return boxes
    .map((box) => (isLong(box) ? box : around(cornersOf(box), pageAngle)))
    .filter(({ w, h }) => Math.min(w, h) > 6);
}
