import { focusManager, onlineManager } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import { queryClient } from '../http/query-client';
import { readAnew } from '../http/read-anew';
import { deviceStore } from '../platform/device-store';
import { askToLast } from '../platform/lasting';
import { tabs } from '../platform/tabs';
import { accountOf } from '../session/create-session';
import { reach, session } from '../session/session';
import { createOutbox, type OutboxState } from './create-outbox';

const owner = () => accountOf(session.state())?.id ?? null;

export const outbox = createOutbox({
  store: deviceStore,
  owner,
  alone: tabs.alone,
  onSent: (changes) => changes.forEach((queryKey) => void readAnew(queryClient, queryKey)),
});

export const useOutbox = (): OutboxState =>
  useSyncExternalStore(outbox.subscribe, outbox.state, outbox.state);

outbox.subscribe(() => outbox.state().waiting.length > 0 && askToLast());
session.subscribe(() => outbox.look());
deviceStore.watch(() => outbox.look());

/** Sends what waits at the start, and whenever sending may have become possible. */
export const driveOutbox = (): void => {
  const send = () => void outbox.flush();
  focusManager.subscribe((focused) => focused && send());
  onlineManager.subscribe((online) => online && send());
  reach.subscribe(() => {
    if (!reach.isLost()) outbox.hurry();
  });
  let last = '';
  session.subscribe(() => {
    const now = `${session.state().status} ${owner()}`;
    if (now !== last && session.state().status === 'in') send();
    last = now;
  });
  send();
};
