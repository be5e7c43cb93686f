import type { ClientType } from '@wuhao/contracts';

/** A lost answer can be asked for again within this time. */
export const GRACE_MS = 10_000;
/** A session ends when it is not used for so long. */
export const SESSION_SECONDS = 30 * 24 * 3600;

/** What is known of a session; hashes as hex. */
export type SessionState = {
  clientType: ClientType;
  tokenHash: string;
  previousHash: string | null;
  rotatedAtMs: number;
  expiresAtMs: number;
  /** The session was ended, or its account disabled. */
  ended: boolean;
};

/**
 * What a presented token is to its session: `current` is exchanged, `repeated` gets the same successor again, `reused`
 * means that two parties hold tokens of one family, which ends the session; `refused` changes nothing.
 */
export type Standing = 'current' | 'repeated' | 'reused' | 'refused';

export function standing(
  session: SessionState,
  presented: { hash: string; clientType: ClientType },
  nowMs: number,
): Standing {
  if (session.ended || session.expiresAtMs <= nowMs) return 'refused';
  // A cookie's token in a body, or the other way round, was carried over by somebody.
  if (session.clientType !== presented.clientType) return 'refused';
  if (presented.hash === session.tokenHash) return 'current';
  const withinGrace = nowMs - session.rotatedAtMs <= GRACE_MS;
  return presented.hash === session.previousHash && withinGrace ? 'repeated' : 'reused';
}
