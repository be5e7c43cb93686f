import type { ClientType } from '@wuhao/contracts';
import { GRACE_MS, standing, type SessionState, type Standing } from './rotation';

const ROTATED = Date.parse('2026-11-23T20:00:00Z');
const session: SessionState = {
  clientType: 'h5',
  tokenHash: 'now',
  previousHash: 'before',
  rotatedAtMs: ROTATED,
  expiresAtMs: ROTATED + 1_000_000,
  ended: false,
};
const MINI = { clientType: 'miniprogram' } as const;

it.each<[string, Partial<SessionState>, { hash: string; clientType?: ClientType }, number, Standing]>([
  ['the good token', {}, { hash: 'now' }, 1, 'current'],
  ['the one before, just after', {}, { hash: 'before' }, 1, 'repeated'],
  ['the one before, as the grace ends', {}, { hash: 'before' }, GRACE_MS, 'repeated'],
  ['the one before, after the grace', {}, { hash: 'before' }, GRACE_MS + 1, 'reused'],
  ['an older one within the grace', {}, { hash: 'older' }, 1, 'reused'],
  ['the first token of a session', { previousHash: null }, { hash: 'now' }, 1, 'current'],
  ['the good token through another door', {}, { hash: 'now', ...MINI }, 1, 'refused'],
  ['an old token through another door', {}, { hash: 'older', ...MINI }, 1, 'refused'],
  ['the good token of an ended session', { ended: true }, { hash: 'now' }, 1, 'refused'],
  ['an old token of an ended session', { ended: true }, { hash: 'before' }, 60_000, 'refused'],
  ['the good token a moment before it expires', {}, { hash: 'now' }, 999_999, 'current'],
  ['the good token when it expires', {}, { hash: 'now' }, 1_000_000, 'refused'],
])('knows %s', (_, state, presented, afterMs, expected) => {
  const token = { clientType: 'h5' as const, ...presented };
  expect(standing({ ...session, ...state }, token, ROTATED + afterMs)).toBe(expected);
});
