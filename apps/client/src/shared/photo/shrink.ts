import type { LocalPhoto } from '../platform/transport.types';
import type { Darkroom } from './create-darkroom';
import { type Size, UNTOUCHED } from './edit';

/**
 * What goes up: the server keeps and reads no more than 2400 px of the longer side, and at this quality verdicts stay
 * what they were (docs/benchmarks.md, "Photos").
 */
export const UPLOADED = { sidePx: 2400, quality: 0.8 };
/** A JPEG of that size that is not larger than this is left as the camera made it. */
const MOST_BYTES = 1_500_000;

export const isFit = ({ bytes = 0 }: LocalPhoto, { width, height }: Size) =>
  Math.max(width, height) <= UPLOADED.sidePx && bytes <= MOST_BYTES;

/** The photo as it goes up; the very same where it is fit already, or where it is not drawn. */
export const shrinkPhoto = async (
  { inTurn, withOpen }: Darkroom,
  photo: LocalPhoto,
  wanted?: AbortSignal,
): Promise<LocalPhoto> => {
  const small = await inTurn(() =>
    withOpen(
      photo,
      async (opened, draw) => (isFit(photo, opened) ? photo : draw(UNTOUCHED, UPLOADED)),
      wanted,
    ),
  );
  return small ?? photo;
};
