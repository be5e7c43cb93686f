import type { OpenPhoto, OpensPhoto } from '../platform/open-photo.types';
import type { LocalPhoto } from '../platform/transport.types';
import { UNTOUCHED } from './edit';

/**
 * What goes up: the server keeps and reads no more than 2400 px of the longer side, and at this quality verdicts stay
 * what they were (docs/benchmarks.md, "Photos").
 */
export const UPLOADED = { sidePx: 2400, quality: 0.8 };
/** A JPEG of that size that is not larger than this is left as the camera made it. */
const MOST_BYTES = 1_500_000;

export const isFit = ({ bytes = 0 }: LocalPhoto, { width, height }: Pick<OpenPhoto, 'width' | 'height'>) =>
  Math.max(width, height) <= UPLOADED.sidePx && bytes <= MOST_BYTES;

/** The photo as it goes up; the very same where it is fit already, or where the device cannot draw. */
export const shrinkPhoto = async (open: OpensPhoto, photo: LocalPhoto): Promise<LocalPhoto> => {
  let opened: OpenPhoto | null = null;
  try {
    opened = await open(photo);
    return opened && !isFit(photo, opened) ? await opened.draw(UNTOUCHED, UPLOADED) : photo;
  } catch {
    return photo;
  } finally {
    opened?.close();
  }
};
