import { countLevels, type GreyBitmap, levelAt } from './grey-bitmap';

/** How bright the paper is, 0-255: the page is the larger and lighter part of its photo, whatever it lies on. */
export const paperLight = ({ data }: GreyBitmap): number => levelAt(countLevels(data), 0.9);
