import type { GreyBitmap } from './grey-bitmap';
import { densestPart, findInk, type Part } from './ink';
import { paperLight } from './light';
import { sharpnessOf } from './sharpness';
import { tiltOf } from './tilt';

/** What would be better on another photo of the same page, the worst first. */
export const HINTS = ['blurred', 'dark', 'tilted'] as const;
export type Hint = (typeof HINTS)[number];

/** A picture that can be looked at in small grey parts. */
export interface Looked {
  width: number;
  height: number;
  /** The part of the picture, its longer side at most `sidePx`. */
  grey(part: Part, sidePx: number): GreyBitmap;
}

const OVERVIEW_PX = 480;
/** Sharpness is measured where most is written, at half of the scale at which pages are read (2400 px a page). */
const DETAIL_SHARE = 1 / 3;
const DETAIL_PX = 400;

// From these on the built-in grader loses items, or a family sees a crooked page: docs/benchmarks.md, "Photos".
const LEAST_SHARPNESS = 0.03;
const LEAST_LIGHT = 80;
const MOST_TILT_DEGREES = 15;

export const findHints = (picture: Looked): Hint[] => {
  const { width, height } = picture;
  const overview = picture.grey({ x: 0, y: 0, w: width, h: height }, OVERVIEW_PX);
  const ink = findInk(overview);
  // The overview has whole pixels, so its two scales differ a little: a part must not reach out of the picture, where
  // a canvas draws an edge sharper than any writing.
  const [right, down] = [width / overview.width, height / overview.height];
  const { x, y, w, h } = densestPart(ink, Math.round(Math.max(ink.width, ink.height) * DETAIL_SHARE));
  const detail = picture.grey({ x: x * right, y: y * down, w: w * right, h: h * down }, DETAIL_PX);
  const sharpness = sharpnessOf(detail);
  const tilt = tiltOf(ink);
  const found: Record<Hint, boolean> = {
    blurred: sharpness !== null && sharpness < LEAST_SHARPNESS,
    dark: paperLight(overview) < LEAST_LIGHT,
    tilted: tilt !== null && Math.abs(tilt) > MOST_TILT_DEGREES,
  };
  return HINTS.filter((hint) => found[hint]);
};
