import type { AccountView, SessionView } from '@wuhao/contracts';
import { ApiError } from '../http/api-error';
import { call } from '../http/call';
import type { Tokens } from '../http/http';
import type { Tabs } from '../platform/tabs.types';
import type { Transport } from '../platform/transport.types';

export type SessionState =
  /** `account`: who was signed in here last, as long as the server has not said otherwise. */
  | { status: 'restoring'; account: AccountView | null }
  /** There was a session, but the server could not be asked. */
  | { status: 'unreachable'; account: AccountView | null; error: unknown }
  | { status: 'out'; expired: boolean }
  | { status: 'in'; account: AccountView };

/** Null while nobody is known to be signed in. */
export const accountOf = (state: SessionState): AccountView | null =>
  state.status === 'out' ? null : state.account;

export interface SessionStore {
  /** What to put into the body of a refresh; null when nobody is signed in. Rejects where the device cannot tell. */
  read(): Promise<{ refreshToken?: string } | null>;
  /** One of the last visit that is still good for a while, where the device keeps it (mini-program). */
  readAccessToken(): Promise<string | null>;
  write(tokens: Omit<SessionView, 'user'>): Promise<void>;
  clear(): Promise<void>;
  /** The device still holds what only the server can take away (H5: the cookie), after a log-out without a network. */
  owesLogOut(): boolean;
  oweLogOut(owes: boolean): void;
  /** Who is signed in, to be known before the server has answered. */
  readAccount(): AccountView | null;
  writeAccount(account: AccountView): void;
}

/** What tabs of one browser tell each other. */
type News = { in: Omit<SessionView, 'refreshToken'> } | { out: { expired: boolean } };

export interface Session extends Tokens {
  state(): SessionState;
  subscribe(listener: () => void): () => void;
  /**
   * Before `restore`, by what runs before the app: asks for the session of the last visit. Nothing changes until
   * `restore`, when all are there who have to hear of it.
   */
  hasten(): Promise<void>;
  /** Renews the session of the last visit: at the start, and again when that found no server. */
  restore(): Promise<void>;
  begin(view: SessionView): Promise<void>;
  /** Log-out. Forgets the account on this device also when the server cannot be told. */
  end(): Promise<void>;
  rename(nickname: string): void;
}

/**
 * A token that was exchanged and whose answer got lost is good for another ten seconds at the server: soon enough asked
 * again, the answer is the same.
 */
const FIRST_REFRESH_MS = 4_000;
const SECOND_REFRESH_MS = 8_000;
const LOST: readonly string[] = ['NETWORK', 'TIMEOUT'];

/** The access token lives in memory; the refresh token is the cookie (H5). In the mini-program the store has both. */
export const createSession = (transport: Transport, store: SessionStore, tabs: Tabs): Session => {
  let state: SessionState = { status: 'restoring', account: store.readAccount() };
  let accessToken: string | null = null;
  let refreshing: Promise<void> | null = null;
  let restoring: Promise<void> | null = null;
  /** How often an account has left: what was asked before it left is not for whoever is here afterwards. */
  let departures = 0;
  const listeners = new Set<() => void>();
  /** What was hastened waits for it; null when nothing was. */
  let isHeard: Promise<void> | null = null;
  let letHear = (): void => undefined;

  const change = (next: SessionState) => {
    state = next;
    listeners.forEach((listener) => listener());
  };
  const enter = ({ accessToken: token, user }: Pick<SessionView, 'accessToken' | 'user'>) => {
    accessToken = token;
    change({ status: 'in', account: user });
  };
  const leave = (expired: boolean) => {
    departures += 1;
    accessToken = null;
    change({ status: 'out', expired });
  };
  const begin = async ({ refreshToken, ...view }: SessionView) => {
    await store.write({ refreshToken, accessToken: view.accessToken, expiresIn: view.expiresIn });
    store.oweLogOut(false); // the new session has taken its place
    store.writeAccount(view.user);
    enter(view);
    tabs.say({ in: view } satisfies News);
  };
  const forget = async (expired: boolean) => {
    await store.clear();
    leave(expired);
    tabs.say({ out: { expired } } satisfies News);
  };
  tabs.hear((said) => {
    const news = said as News;
    if ('in' in news) enter(news.in);
    else if (state.status !== 'out') leave(news.out.expired);
  });

  const askRefresh = async (body: object): Promise<SessionView> => {
    const request = { method: 'POST', path: '/auth/refresh', body } as const;
    try {
      return (await call(transport, { ...request, timeoutMs: FIRST_REFRESH_MS })) as SessionView;
    } catch (error) {
      if (!(error instanceof ApiError && LOST.includes(error.code))) throw error;
      return (await call(transport, { ...request, timeoutMs: SECOND_REFRESH_MS })) as SessionView;
    }
  };
  /**
   * The token of the last visit, if the server still takes it. An exchange whose answer the app does not live to see
   * would end the session: docs/adr/0011-starts-without-exchange.md
   */
  const findKept = async (): Promise<Pick<SessionView, 'accessToken' | 'user'> | null> => {
    const kept = accessToken === null ? await store.readAccessToken() : null;
    if (kept === null) return null;
    try {
      const request = { method: 'GET', path: '/auth/me', accessToken: kept } as const;
      const user = (await call(transport, { ...request, timeoutMs: SECOND_REFRESH_MS })) as AccountView;
      return { accessToken: kept, user };
    } catch (error) {
      if (error instanceof ApiError && error.code === 'UNAUTHENTICATED') return null;
      throw error;
    }
  };
  const renew = async () => {
    const body = await store.read();
    // What was here has been taken away by another tab, or has ended before: neither is a log-out of this one.
    if (!body) return state.status === 'out' ? undefined : forget(accountOf(state) !== null);
    const known = accountOf(state);
    const before = departures;
    // Logged out while the answer was under way: nobody is logged in again by it.
    const checkDeparture = () => {
      if (departures !== before) throw new ApiError('CANCELLED', 'logged out meanwhile');
    };
    try {
      const kept = await findKept();
      checkDeparture();
      if (kept) {
        store.writeAccount(kept.user);
        return enter(kept);
      }
      const view = await askRefresh(body).finally(() => isHeard);
      checkDeparture();
      await begin(view);
    } catch (error) {
      // Only the server's own word ends a session; a dead network does not.
      if (error instanceof ApiError && error.code === 'UNAUTHENTICATED' && departures === before)
        await forget(true);
      throw error;
    }
    // On H5 the cookie may have become another account's, in another tab: what was asked for the one before
    // is not asked again in the name of this one.
    if (known && accountOf(state)?.id !== known.id) throw new ApiError('CANCELLED', 'another account now');
  };
  const refresh = () => {
    const before = accessToken;
    refreshing ??= tabs
      // Another tab may have renewed it, and told, while this one waited for its turn.
      .alone(
        'refresh',
        async () => (accessToken === before ? renew() : undefined),
        FIRST_REFRESH_MS + SECOND_REFRESH_MS,
      )
      .finally(() => (refreshing = null));
    return refreshing;
  };

  /** False when the server could not be told. It listens only to a live access token, so an old one is renewed first. */
  const tellLogOut = async (body: object): Promise<boolean> => {
    const renewed = async () => (await askRefresh(body)).accessToken;
    const logOutWith = (token: string) =>
      call(transport, { method: 'POST', path: '/auth/logout', body, accessToken: token, timeoutMs: 5_000 });
    try {
      const token = accessToken ?? (await renewed());
      await logOutWith(token).catch(async (error: unknown) => {
        if (!(error instanceof ApiError) || error.code !== 'UNAUTHENTICATED') throw error;
        return logOutWith(await renewed());
      });
      return true;
    } catch (error) {
      // No session any more is as good as one that was ended.
      return error instanceof ApiError && error.code === 'UNAUTHENTICATED';
    }
  };
  const resume = async () => {
    if (store.owesLogOut() && (await tellLogOut({}))) store.oweLogOut(false);
    await refresh();
  };

  return {
    state: () => state,
    accessToken: () => accessToken,
    accountId: () => accountOf(state)?.id ?? null,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    begin,
    refresh,
    hasten: async () => {
      if (restoring || store.owesLogOut() || !(await store.read().catch(() => null))) return;
      isHeard = new Promise((resolve) => (letHear = resolve));
      await refresh().catch(() => undefined); // whoever restores the session hears of it
    },
    restore: () => {
      letHear();
      // What was hastened has been overtaken by another tab's news.
      const isKnown = isHeard !== null && state.status !== 'restoring';
      isHeard = null;
      if (isKnown) return (restoring = Promise.resolve());
      change({ status: 'restoring', account: store.readAccount() });
      restoring = resume().catch((error: unknown) => {
        if (state.status === 'restoring') change({ status: 'unreachable', account: state.account, error });
      });
      return restoring;
    },
    ready: () => restoring ?? Promise.resolve(),
    end: async () => {
      const body = (await store.read().catch(() => null)) ?? {};
      const told = await tellLogOut(body);
      await forget(false);
      // The tokens on this device are gone all the same.
      store.oweLogOut(!told);
    },
    rename: (nickname) => {
      if (state.status !== 'in') return;
      const account = { ...state.account, nickname };
      store.writeAccount(account);
      change({ status: 'in', account });
    },
  };
};
