import { pixels } from '../bridge';
import { flush, refOf } from './recorder';

/** Four bytes a pixel, as the platform and the browser have it. */
export class ImageData {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray;

  constructor(width: number, height: number, data?: Uint8ClampedArray) {
    [this.width, this.height] = [Math.abs(Math.trunc(width)), Math.abs(Math.trunc(height))];
    if (this.width === 0 || this.height === 0)
      throw new Error('IndexSizeError: the size of an ImageData is 0');
    this.data = data ?? new Uint8ClampedArray(this.width * this.height * 4);
  }
}

export function readPixels(context: object, x: number, y: number, width: number, height: number): ImageData {
  const image = new ImageData(width, height);
  flush();
  const area = { x, y, width: image.width, height: image.height };
  pixels('read', { ref: refOf(context), ...area }, image.data);
  return image;
}

export function writePixels(context: object, image: ImageData, x: number, y: number, dirty: number[]): void {
  flush();
  const { width, height, data } = image;
  pixels('write', { ref: refOf(context), x, y, width, height, dirty }, data);
}
