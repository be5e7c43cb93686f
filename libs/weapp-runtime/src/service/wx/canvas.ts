import type { Fields } from '../../protocol';
import { ApiFailure, invoke, invokeSync, note } from '../bridge';
import { Canvas, OffscreenCanvas } from '../canvas/canvas';
import { flush, refOf } from '../canvas/recorder';
import { asyncApi } from './api';

const DEFAULT_SIZE = { width: 300, height: 150 };

/** A quality outside of (0, 1] counts as 1. */
const toQuality = (value: unknown): number =>
  typeof value === 'number' && value > 0 && value <= 1 ? value : 1;

export const canvasApis = {
  /** Both signatures: (options), and (width, height, owner) of older apps, which is for WebGL alone. */
  createOffscreenCanvas: (given?: Fields | number, height?: number): OffscreenCanvas => {
    const options = typeof given === 'object' ? given : { width: given, height };
    const type = String(options.type ?? 'webgl');
    if (type !== '2d') note({ kind: 'unimplemented', name: `createOffscreenCanvas({ type: '${type}' })` });
    return new OffscreenCanvas(
      type,
      Number(options.width ?? DEFAULT_SIZE.width),
      Number(options.height ?? DEFAULT_SIZE.height),
    );
  },
  canvasToTempFilePath: asyncApi('canvasToTempFilePath', (options) => {
    const { canvas, fileType = 'png' } = options;
    // As documented: by canvasId only for the old kind, and not for a canvas off the screen.
    if (!(canvas instanceof Canvas)) throw new ApiFailure('canvas is empty');
    if (!['png', 'jpg'].includes(String(fileType))) throw new ApiFailure('invalid fileType');
    const { pixelRatio } = invokeSync('device.info');
    const [x, y] = [Number(options.x ?? 0), Number(options.y ?? 0)];
    const width = Number(options.width ?? canvas.width - x);
    const height = Number(options.height ?? canvas.height - y);
    flush();
    return invoke('canvas.export', {
      ref: refOf(canvas),
      x,
      y,
      width,
      height,
      destWidth: Math.round(Number(options.destWidth ?? width * Number(pixelRatio))),
      destHeight: Math.round(Number(options.destHeight ?? height * Number(pixelRatio))),
      fileType,
      quality: toQuality(options.quality),
    });
  }),
};
