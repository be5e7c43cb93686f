import type { Box } from '@wuhao/contracts';

/** A fraction as CSS writes it. */
export const percent = (part: number): string => `${Math.round(part * 1e5) / 1e3}%`;

const clamp = (value: number, min: number, max: number) => Math.max(min, Math.min(max, value));

/** Below this part of the page's width a crop would be blown up until it blurs. */
const MIN_WIDTH_PART = 0.3;
/** Lower than this, the context around an item is lost. */
const MIN_HEIGHT_TO_WIDTH = 0.22;

/** The window on the page that shows a box with paper around it; whole pixels, inside of the picture. */
export const cropOf = (picture: { width: number; height: number }, box: Box | null): Box => {
  if (!box) return { x: 0, y: 0, w: picture.width, h: picture.height };
  const w = Math.min(picture.width, Math.ceil(Math.max(box.w * 1.25, picture.width * MIN_WIDTH_PART)));
  const h = Math.min(picture.height, Math.ceil(Math.max(box.h * 1.8, w * MIN_HEIGHT_TO_WIDTH)));
  const x = clamp(Math.floor(box.x + box.w / 2 - w / 2), 0, picture.width - w);
  const y = clamp(Math.floor(box.y + box.h / 2 - h / 2), 0, picture.height - h);
  return { x, y, w, h };
};
