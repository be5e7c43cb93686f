export interface Sample {
  atMs: number;
  value: number;
}

/** Least squares: by how much the value grows in a minute. */
export function slopePerMinute(samples: Sample[]): number {
  if (samples.length < 2) throw new Error(`a slope needs two samples or more, there are ${samples.length}`);
  const mean = (of: (sample: Sample) => number): number =>
    samples.reduce((sum, sample) => sum + of(sample), 0) / samples.length;
  const middle = mean(({ atMs }) => atMs);
  const level = mean(({ value }) => value);
  const spread = mean(({ atMs }) => (atMs - middle) ** 2);
  if (spread === 0) throw new Error('a slope needs samples of different moments');
  return (mean(({ atMs, value }) => (atMs - middle) * (value - level)) / spread) * 60_000;
}
