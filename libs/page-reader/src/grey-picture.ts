import { at, type TextLine } from './geometry';

/** Brightness 0-255 a pixel, 0 is black. */
export type GreyPicture = { width: number; height: number; data: Uint8Array | Float32Array };

/** A straightened piece of the picture as brightness 0-255. */
export type Strip = { width: number; height: number; data: Float32Array };

/**
 * Straightens a line to `height` pixels. Where the picture is finer than the strip, four samples a pixel keep
 * thin strokes from falling between two of them.
 */
export function straighten(picture: GreyPicture, line: TextLine, height: number, minWidth = 1): Strip {
  const scale = line.h / height;
  const width = Math.max(minWidth, Math.round(line.w / scale));
  const data = new Float32Array(width * height);
  const origin = at(line, 0, 0);
  const [stepX, stepY] = [Math.cos(line.angle) * scale, Math.sin(line.angle) * scale];
  const samples = scale > 1.4 ? [0.25, 0.75] : [0.5];
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      let sum = 0;
      for (const dv of samples) {
        for (const du of samples) {
          const [u, v] = [column + du, row + dv];
          sum += sampleAt(picture, origin.x + u * stepX - v * stepY, origin.y + u * stepY + v * stepX);
        }
      }
      data[row * width + column] = sum / samples.length ** 2;
    }
  }
  return { width, height, data };
}

/** The strip in another height, its proportions kept. */
export const scaleTo = (strip: Strip, height: number): Strip =>
  straighten(
    strip,
    { x: strip.width / 2, y: strip.height / 2, w: strip.width, h: strip.height, angle: 0 },
    height,
  );

/** Bilinear; beyond the edge the edge goes on. */
function sampleAt({ width, height, data }: GreyPicture, x: number, y: number): number {
  const px = Math.min(Math.max(x - 0.5, 0), width - 1.001);
  const py = Math.min(Math.max(y - 0.5, 0), height - 1.001);
  const [left, top] = [px | 0, py | 0];
  const [fx, fy] = [px - left, py - top];
  const i = top * width + left;
  const upper = data[i]! + (data[i + 1]! - data[i]!) * fx;
  const lower = data[i + width]! + (data[i + width + 1]! - data[i + width]!) * fx;
  return upper + (lower - upper) * fy;
}
