import type { QueryKey } from '@tanstack/react-query';
import { ApiError } from '../shared/http/api-error';
import { createOutbox } from '../shared/outbox/create-outbox';
import type { Entry, Sending } from '../shared/outbox/entry';
import { createMemoryStore } from './memory-store';

export type Send = (entry: Entry<string>, sending: Sending<string>) => Promise<unknown>;

/** An outbox of one start of the app; several may share a device. */
export const start = (store = createMemoryStore(), send: Send = async () => 'done') => {
  let owner: string | null = 'a';
  const said: QueryKey[] = [];
  const released: string[] = [];
  const outbox = createOutbox({
    store,
    owner: () => owner,
    alone: (_name, work) => work(),
    onSent: (changes) => void said.push(...changes),
  });
  const kind = {
    lane: 'one',
    send,
    changes: () => [['home']],
    describe: (payload: string) => `thing ${payload}`,
    release: (payload: string) => void released.push(payload),
  };
  outbox.register('thing', kind);
  outbox.register('other', { ...kind, lane: 'two' });
  return { store, outbox, said, released, become: (next: string | null) => (owner = next) };
};

export const offline = new ApiError('NETWORK', 'gone');
export const EMPTY = { waiting: [], refused: [], problem: null, isKept: true };
export const payloads = (entries: Entry[]) => entries.map(({ payload }) => payload);
export const sendsTo = (sent: string[]): Send => {
  return async ({ id, payload }) => void sent.push(`${payload} ${id}`);
};
