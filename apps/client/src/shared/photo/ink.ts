import type { GreyBitmap } from './grey-bitmap';

export interface Ink {
  width: number;
  height: number;
  /** 1 where something is written. */
  marks: Uint8Array;
}

/** Paper around a stroke is seen within this share of the longer side. */
const REACH = 1 / 40;
/** A pencil stroke is at least this much darker than the paper around it. */
const LEAST_DIFFERENCE = 0.14;

/**
 * What is darker than its surroundings, so that a shadow over half of the page is no ink. Averages come from a
 * table of sums: their cost does not depend on the reach.
 */
export const findInk = ({ width, height, data }: GreyBitmap): Ink => {
  const wide = width + 1;
  const sums = new Float64Array(wide * (height + 1));
  for (let y = 0; y < height; y++) {
    let row = 0;
    for (let x = 0; x < width; x++) {
      row += data[y * width + x]!;
      sums[(y + 1) * wide + x + 1] = sums[y * wide + x + 1]! + row;
    }
  }
  const reach = Math.max(3, Math.round(Math.max(width, height) * REACH));
  const marks = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    const top = Math.max(0, y - reach) * wide;
    const bottom = Math.min(height, y + reach + 1) * wide;
    for (let x = 0; x < width; x++) {
      const left = Math.max(0, x - reach);
      const right = Math.min(width, x + reach + 1);
      const sum = sums[bottom + right]! - sums[bottom + left]! - sums[top + right]! + sums[top + left]!;
      const mean = (sum * wide) / ((right - left) * (bottom - top));
      if (data[y * width + x]! < mean * (1 - LEAST_DIFFERENCE)) marks[y * width + x] = 1;
    }
  }
  return { width, height, marks };
};

export interface Part {
  x: number;
  y: number;
  w: number;
  h: number;
}

/** The square of `side` pixels that holds most ink, looked for in steps of half a side. */
export const densestPart = ({ width, height, marks }: Ink, side: number): Part => {
  const [w, h] = [Math.min(width, side), Math.min(height, side)];
  const step = Math.max(1, Math.floor(side / 2));
  let best: Part = { x: 0, y: 0, w, h };
  let most = -1;
  for (let y = 0; y <= height - h; y += step) {
    for (let x = 0; x <= width - w; x += step) {
      let count = 0;
      for (let row = y; row < y + h; row++)
        for (let i = row * width + x; i < row * width + x + w; i++) count += marks[i]!;
      if (count > most) [most, best] = [count, { x, y, w, h }];
    }
  }
  return best;
};
