import type { Fields, Outcome } from '../protocol';

/** A native call that the platform refuses: the words after `fail`, its errno, further fields of the answer. */
export class Refusal extends Error {
  constructor(
    readonly reason: string,
    readonly errno?: number,
    readonly extra?: Fields,
  ) {
    super(reason);
  }
}

export const toOutcome = (error: unknown): Outcome => {
  if (!(error instanceof Refusal))
    return { ok: false, reason: error instanceof Error ? error.message : String(error) };
  const { reason, errno, extra } = error;
  return { ok: false, reason, ...(errno === undefined ? {} : { errno }), ...(extra ? { extra } : {}) };
};
