import { useSyncExternalStore } from 'react';
import type { AccountView } from '@wuhao/contracts';
import { createHttp } from '../http/http';
import { sessionStore } from '../platform/store';
import { transport } from '../platform/transport';
import { createSession, type SessionState } from './create-session';

export const session = createSession(transport, sessionStore);
export const http = createHttp(transport, session);

export const useSession = (): SessionState =>
  useSyncExternalStore(session.subscribe, session.state, session.state);

/** Null until the session is restored. */
export const useAccount = (): AccountView | null => {
  const state = useSession();
  return state.status === 'in' ? state.account : null;
};
