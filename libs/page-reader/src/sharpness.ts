import type { GreyPicture } from './grey-picture';

/** Sharp writing changes by this share of the page's contrast within four pixels; a shaken picture does not. */
const LEAST_EDGE = 0.3;
const LEAST_CONTRAST = 40;
const STRIDE = 3;

/** Whether there is something on the picture but no sharp edge anywhere. */
export function isBlurred({ width, height, data }: GreyPicture): boolean {
  const levels = new Uint32Array(256);
  const edges = new Uint32Array(256);
  let count = 0;
  for (let y = 2; y < height - 2; y += STRIDE) {
    for (let x = 2; x < width - 2; x += STRIDE) {
      const i = y * width + x;
      levels[data[i]! | 0]!++;
      const across = Math.abs(data[i + 2]! - data[i - 2]!);
      const down = Math.abs(data[i + 2 * width]! - data[i - 2 * width]!);
      edges[Math.max(across, down) | 0]!++;
      count++;
    }
  }
  const [dark, light] = [percentile(levels, count, 0.01), percentile(levels, count, 0.99)];
  const contrast = light - dark;
  return contrast >= LEAST_CONTRAST && percentile(edges, count, 0.999) < LEAST_EDGE * contrast;
}

function percentile(counts: Uint32Array, total: number, share: number): number {
  let seen = 0;
  for (let value = 0; value < counts.length; value++) {
    seen += counts[value]!;
    if (seen >= total * share) return value;
  }
  return counts.length - 1;
}
