import { AppError } from '@wuhao/core';

/** What a family may upload. */
export const MAX_UPLOAD_BYTES = 10 * 1024 * 1024;
export const MAX_PIXELS = 50_000_000;
/** The longest camera panoramas stay below; a picture of one line of pixels would cost memory by its width. */
export const MAX_SIDE_PX = 20_000;

/**
 * What is kept: the page reader looks at no more than 2400 px of the longer side (A4 at about 200 dpi, a digit of a
 * child is then some 30 px high); a larger picture would only be shrunk again at every reading.
 */
export const PICTURE_SIDE_PX = 2400;
/** A list shows pictures at most 160 px wide; phones have two or three pixels for one. */
export const THUMBNAIL_SIDE_PX = 320;
/** A phone of 360 to 390 px with three pixels for one shows a page so large. */
export const SCREEN_SIDE_PX = 1440;

export const tooLarge = (why: string) => new AppError('FILE_TOO_LARGE', why);
export const typeRefused = () => new AppError('FILE_TYPE_REFUSED', 'Only JPEG, PNG and WebP pictures');
export const unreadable = (cause?: unknown) =>
  new AppError('PICTURE_UNREADABLE', 'The picture is damaged or empty', { cause });
