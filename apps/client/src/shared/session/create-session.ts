import type { AccountView, SessionView } from '@wuhao/contracts';
import { ApiError } from '../http/api-error';
import { call } from '../http/call';
import type { Tokens } from '../http/http';
import type { Transport } from '../platform/transport.types';

export type SessionState =
  | { status: 'restoring' }
  /** There was a session, but the server could not be asked. */
  | { status: 'unreachable'; error: unknown }
  | { status: 'out'; expired: boolean }
  | { status: 'in'; account: AccountView };

export interface SessionStore {
  read(): Promise<{ refreshToken?: string } | null>;
  write(refreshToken: string | undefined): Promise<void>;
  clear(): Promise<void>;
}

export interface Session extends Tokens {
  state(): SessionState;
  subscribe(listener: () => void): () => void;
  /** Renews the session of the last visit: at the start, and again when that found no server. */
  restore(): Promise<void>;
  begin(view: SessionView): Promise<void>;
  /** Log-out. Forgets the account on this device also when the server cannot be told. */
  end(): Promise<void>;
  rename(nickname: string): void;
}

/** The access token lives in memory only; the refresh token is the cookie (H5) or the store (mini-program). */
export const createSession = (transport: Transport, store: SessionStore): Session => {
  let state: SessionState = { status: 'restoring' };
  let accessToken: string | null = null;
  let refreshing: Promise<void> | null = null;
  let restoring: Promise<void> | null = null;
  const listeners = new Set<() => void>();

  const change = (next: SessionState) => {
    state = next;
    listeners.forEach((listener) => listener());
  };
  const begin = async (view: SessionView) => {
    accessToken = view.accessToken;
    await store.write(view.refreshToken);
    change({ status: 'in', account: view.user });
  };
  const forget = async (expired: boolean) => {
    accessToken = null;
    await store.clear();
    change({ status: 'out', expired });
  };

  const renew = async () => {
    const body = await store.read();
    if (!body) return forget(false);
    try {
      await begin((await call(transport, { method: 'POST', path: '/auth/refresh', body })) as SessionView);
    } catch (error) {
      // Only the server's own word ends a session; a dead network does not.
      if (error instanceof ApiError && error.code === 'UNAUTHENTICATED') await forget(true);
      throw error;
    }
  };
  const refresh = () => {
    refreshing ??= renew().finally(() => (refreshing = null));
    return refreshing;
  };

  return {
    state: () => state,
    accessToken: () => accessToken,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    begin,
    refresh,
    restore: () => {
      change({ status: 'restoring' });
      restoring = refresh().catch((error: unknown) => {
        if (state.status === 'restoring') change({ status: 'unreachable', error });
      });
      return restoring;
    },
    ready: () => restoring ?? Promise.resolve(),
    end: async () => {
      const body = (await store.read()) ?? {};
      try {
        await call(transport, { method: 'POST', path: '/auth/logout', body, accessToken, timeoutMs: 5_000 });
      } catch {
        // The tokens on this device are gone all the same.
      } finally {
        await forget(false);
      }
    },
    rename: (nickname) => {
      if (state.status === 'in') change({ status: 'in', account: { ...state.account, nickname } });
    },
  };
};
