import type { Box, Picture } from '@wuhao/contracts';
import { PART_TYPE } from '../platform/part-type';

/** Where the server gives one part of a picture (px on the picture, whole numbers), as large as a screen shows it. */
export const partOf = ({ url }: Picture, { x, y, w, h }: Box): string =>
  `${url}&part=${x},${y},${w},${h}${PART_TYPE === 'jpeg' ? '' : `&type=${PART_TYPE}`}`;

/** All of it. */
export const screenOf = (picture: Picture): string =>
  partOf(picture, { x: 0, y: 0, w: picture.width, h: picture.height });
