interface Backoff {
  /** Failures so far, from 1. */
  failures: number;
  baseMs: number;
  capMs: number;
  /** 0-1; given by tests. */
  random?: () => number;
}

/**
 * Exponential backoff with full jitter: clients that lost the same server do not come back in step.
 * https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/
 */
export const backoffMs = ({ failures, baseMs, capMs, random = Math.random }: Backoff): number =>
  Math.round(random() * Math.min(capMs, baseMs * 2 ** (failures - 1)));
