/** One byte a pixel (0 black, 255 white), row by row from the top. */
export interface GreyBitmap {
  width: number;
  height: number;
  data: Uint8Array;
}

/** From four bytes a pixel as a canvas gives them; the weights are those of the eye (ITU-R BT.601). */
export const toGrey = (rgba: Uint8ClampedArray, width: number, height: number): GreyBitmap => {
  const data = new Uint8Array(width * height);
  for (let i = 0, at = 0; i < data.length; i++, at += 4)
    data[i] = (rgba[at]! * 77 + rgba[at + 1]! * 151 + rgba[at + 2]! * 28) >> 8;
  return { width, height, data };
};

/** How many pixels there are of each of the 256 levels. */
export const countLevels = (levels: Uint8Array): Uint32Array => {
  const counts = new Uint32Array(256);
  for (const level of levels) counts[level]!++;
  return counts;
};

/** The level that this share of the counted pixels does not exceed. */
export const levelAt = (counts: Uint32Array, share: number): number => {
  const total = counts.reduce((sum, count) => sum + count, 0);
  let seen = 0;
  for (let level = 0; level < 256; level++) {
    seen += counts[level]!;
    if (seen >= total * share) return level;
  }
  return 255;
};
