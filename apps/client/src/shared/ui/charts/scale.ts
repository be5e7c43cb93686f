const STEPS = [1, 2, 5, 10] as const;

/**
 * The lines of an axis from 0 to at least `most`, at round numbers: [0, 20, 40].
 * Whole numbers only, because everything we count is whole; at least one step above 0.
 */
export const ticksTo = (most: number, lines = 3): number[] => {
  const rough = Math.max(1, most / Math.max(1, lines - 1));
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * (STEPS.find((n) => n * power >= rough) ?? 10);
  const count = Math.max(1, Math.ceil(most / step));
  return Array.from({ length: count + 1 }, (_, n) => n * step);
};

/** A part of a whole from 0 to 1; of nothing it is 0. */
export const partOf = (value: number, whole: number): number =>
  whole > 0 ? Math.min(1, Math.max(0, value / whole)) : 0;

/** Which of `count` places in a row carry their name when at most `most` fit: always the first and the last. */
export const namedPlaces = (count: number, most: number): number[] => {
  if (count <= most) return Array.from({ length: count }, (_, n) => n);
  const shown = Math.max(2, most);
  return [...new Set(Array.from({ length: shown }, (_, n) => Math.round((n * (count - 1)) / (shown - 1))))];
};

/** 0 for nothing, then four steps up to the largest. */
export const heatStep = (value: number, most: number): 0 | 1 | 2 | 3 | 4 => {
  if (value <= 0 || most <= 0) return 0;
  return Math.min(4, Math.ceil((value / most) * 4)) as 1 | 2 | 3 | 4;
};
