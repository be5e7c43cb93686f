import sharp from 'sharp';
import type { DetectionPicture } from './detector';
import type { GreyPicture } from './grey-picture';

/** Fine enough for the strokes of a page of 45 items, small enough to hold in memory twice. */
const WORKING_SIDE = 2400;
const DETECTION_SIDE = 1216;
const MAX_PIXELS = 50_000_000;

export type Picture = {
  /** The upright picture as it came. */
  width: number;
  height: number;
  /** Pixels of the upright picture in one pixel of `grey`. */
  scale: number;
  grey: GreyPicture;
  detection: DetectionPicture;
};

/** Null when the bytes are no picture, or one too large to open. */
export async function openPicture(bytes: Buffer): Promise<Picture | null> {
  try {
    const source = sharp(bytes, { limitInputPixels: MAX_PIXELS, failOn: 'error' });
    const { autoOrient: upright } = await source.metadata();
    const working = await source
      .autoOrient()
      .flatten({ background: 'white' })
      .toColourspace('srgb')
      .resize(WORKING_SIDE, WORKING_SIDE, { fit: 'inside', withoutEnlargement: true })
      .raw()
      .toBuffer({ resolveWithObject: true });
    const { width, height, channels } = working.info;
    const raw = () => sharp(working.data, { raw: { width, height, channels } });
    const ratio = Math.min(1, DETECTION_SIDE / Math.max(width, height));
    const [detectionWidth, detectionHeight] = [width, height].map((side) =>
      Math.max(32, Math.round((side * ratio) / 32) * 32),
    ) as [number, number];
    const detection = await raw().resize(detectionWidth, detectionHeight, { fit: 'fill' }).raw().toBuffer();
    const grey = await raw().greyscale().raw().toBuffer();
    return {
      width: upright.width,
      height: upright.height,
      scale: upright.width / width,
      grey: { width, height, data: grey },
      detection: {
        width: detectionWidth,
        height: detectionHeight,
        data: detection,
        scaleX: width / detectionWidth,
        scaleY: height / detectionHeight,
      },
    };
  } catch {
    return null;
  }
}
