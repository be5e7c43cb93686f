import { countLevels, type GreyBitmap, levelAt } from './grey-bitmap';

/** Below this difference between paper and ink there is nothing that could be sharp. */
const LEAST_CONTRAST = 24;

/**
 * How sharp the writing is: the variance of the Laplacian, as a share of the writing's own contrast, so that pale
 * pencil counts like black ink. Null for paper without writing.
 */
export const sharpnessOf = (bitmap: GreyBitmap): number | null => {
  const { width, height, data } = bitmap;
  const counts = countLevels(data);
  const contrast = levelAt(counts, 0.95) - levelAt(counts, 0.01);
  if (contrast < LEAST_CONTRAST) return null;
  let [sum, squares, count] = [0, 0, 0];
  for (let y = 1; y < height - 1; y++) {
    for (let i = y * width + 1; i < y * width + width - 1; i++) {
      const bend = 4 * data[i]! - data[i - 1]! - data[i + 1]! - data[i - width]! - data[i + width]!;
      sum += bend;
      squares += bend * bend;
      count++;
    }
  }
  if (count === 0) return null;
  const mean = sum / count;
  return Math.sqrt(squares / count - mean * mean) / contrast;
};
