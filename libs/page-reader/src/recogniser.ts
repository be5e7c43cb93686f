import { foldingOf, SIGNS } from './alphabet';
import type { Steps } from './ctc';
import type { Strip } from './grey-picture';
import { type Models, run } from './models';

export const STRIP_HEIGHT = 48;
const MIN_WIDTH = 64;
/** Longer lines are no items, and the bound keeps one odd box from costing seconds. */
const MAX_WIDTH = 1600;

/** Reads straightened strips, 48 pixels high. */
export class Recogniser {
  private readonly folding: Uint8Array;

  constructor(private readonly models: Models) {
    this.folding = foldingOf(models.dictionary);
  }

  async read(strip: Strip): Promise<Steps> {
    const width = Math.max(MIN_WIDTH, Math.min(strip.width, MAX_WIDTH));
    const plane = STRIP_HEIGHT * width;
    const input = new Float32Array(3 * plane);
    for (let row = 0; row < STRIP_HEIGHT; row++) {
      for (let column = 0; column < width; column++) {
        const grey = strip.data[row * strip.width + Math.min(column, strip.width - 1)]!;
        input[row * width + column] = grey / 127.5 - 1;
      }
    }
    input.copyWithin(plane, 0, plane);
    input.copyWithin(2 * plane, 0, plane);
    const { data, dims } = await run(this.models.recognition, input, [1, 3, STRIP_HEIGHT, width]);
    return this.fold(data, dims[1]!, dims[2]!);
  }

  private fold(data: Float32Array, steps: number, classes: number): Steps {
    const folded = new Float32Array(steps * SIGNS.length);
    for (let step = 0; step < steps; step++) {
      const row = step * SIGNS.length;
      for (let glyph = 0; glyph < classes; glyph++) {
        const index = row + this.folding[glyph]!;
        folded[index] = folded[index]! + data[step * classes + glyph]!;
      }
    }
    return { steps, data: folded };
  }
}
