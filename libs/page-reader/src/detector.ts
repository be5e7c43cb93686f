import * as ort from 'onnxruntime-node';
import { DetectionService, Image } from 'paddleocr';
import { around, median, type Point, type TextLine } from './geometry';
import type { Models } from './models';

/** RGB, three bytes a pixel, sides multiples of 32; `scale` is how many pixels of the working picture one covers. */
export type DetectionPicture = {
  width: number;
  height: number;
  data: Uint8Array;
  scaleX: number;
  scaleY: number;
};

/** Finds where something is written. Lines come in pixels of the working picture. */
export class Detector {
  private readonly service: DetectionService;

  constructor(models: Models) {
    this.service = new DetectionService(ort as never, models.detection as never, {
      maxSideLength: 4000,
      limitType: 'max',
      unclipRatio: 1.6,
      boxScoreThreshold: 0.5,
      textPixelThreshold: 0.3,
      channelOrder: 'bgr',
      paddingBoxVertical: 0,
      paddingBoxHorizontal: 0,
    });
  }

  async find(picture: DetectionPicture): Promise<TextLine[]> {
    const { width, height, data, scaleX, scaleY } = picture;
    const boxes = await this.service.run(new Image(width, height, 3, data));
    const quads = boxes.map(({ points = [] }) =>
      points.map(({ x, y }) => ({ x: x * scaleX, y: y * scaleY })),
    );
    return toLines(quads.filter((quad) => quad.length === 4));
  }
}

/** Boxes about as wide as high say nothing about their angle: they take that of the page. */
export function toLines(quads: readonly Point[][]): TextLine[] {
  const angleOf = ([a, b, c, d]: Point[]): number =>
    Math.atan2(b!.y + c!.y - a!.y - d!.y, b!.x + c!.x - a!.x - d!.x);
  const isLong = (quad: Point[]): boolean => {
    const line = around(quad, angleOf(quad));
    return line.w > 3 * line.h;
  };
  const pageAngle = median(quads.filter(isLong).map(angleOf));
  return quads
    .map((quad) => around(quad, isLong(quad) ? angleOf(quad) : pageAngle))
    .filter((line) => line.w > 0.4 * line.h && line.h > 6);
}
