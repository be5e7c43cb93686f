import type { TextLine } from './geometry';
import { type GreyPicture, straighten } from './grey-picture';
import { type Models, run } from './models';

const HEIGHT = 48;
const WIDTH = 192;
const LINES_ASKED = 7;
const SURE = 0.9;

/** Whether the writing stands on its head: most of the longest lines say so. */
export async function isUpsideDown(
  models: Models,
  picture: GreyPicture,
  lines: readonly TextLine[],
): Promise<boolean> {
  const longest = [...lines].sort((a, b) => b.w / b.h - a.w / a.h).slice(0, LINES_ASKED);
  let turned = 0;
  for (const line of longest) {
    const strip = straighten(picture, line, HEIGHT);
    const plane = HEIGHT * WIDTH;
    const input = new Float32Array(3 * plane);
    for (let row = 0; row < HEIGHT; row++)
      for (let column = 0; column < Math.min(WIDTH, strip.width); column++)
        input[row * WIDTH + column] = strip.data[row * strip.width + column]! / 127.5 - 1;
    input.copyWithin(plane, 0, plane);
    input.copyWithin(2 * plane, 0, plane);
    const { data } = await run(models.direction, input, [1, 3, HEIGHT, WIDTH]);
    if (data[1]! > SURE) turned++;
  }
  return longest.length > 0 && turned > 0.6 * longest.length;
}

/** A page photographed sideways: its lines are found as columns. */
export const isSideways = (boxes: readonly TextLine[]): boolean => {
  const long = boxes.filter(({ w, h }) => w > 2 * h || h > 2 * w);
  return long.length > 3 && long.filter(({ w, h }) => h > w).length > 0.6 * long.length;
};
