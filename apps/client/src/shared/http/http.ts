import type { Transport } from '../platform/transport.types';
import { ApiError } from './api-error';
import { call, sendFile, type Call, type Upload } from './call';
import { createReach, type Reach } from './reach';
import { retryInMs } from './retry';

/** Who holds the tokens. `ready` settles once the session of the last visit is restored or known to be over. */
export interface Tokens {
  ready(): Promise<void>;
  accessToken(): string | null;
  /** Who is signed in; null while nobody is known to be. */
  accountId(): string | null;
  /** One refresh in flight for all who ask; rejects when it could not be done. */
  refresh(): Promise<void>;
}

type Options = Omit<Call, 'method' | 'path' | 'body' | 'accessToken'> & {
  /** Not for those who try again by themselves. */
  retries?: false;
};

export interface Http {
  get<T>(path: string, options?: Options): Promise<T>;
  post<T>(path: string, body: unknown, options?: Options): Promise<T>;
  put<T>(path: string, body: unknown, options?: Options): Promise<T>;
  patch<T>(path: string, body: unknown, options?: Options): Promise<T>;
  delete<T>(path: string, options?: Options): Promise<T>;
  upload<T>(upload: Omit<Upload, 'accessToken'>): Promise<T>;
}

const pause = (ms: number, signal?: AbortSignal): Promise<void> =>
  new Promise((resolve, reject) => {
    const over = () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', over);
      if (signal?.aborted) reject(new ApiError('CANCELLED', 'cancelled between two attempts'));
      else resolve();
    };
    const timer = setTimeout(over, ms);
    signal?.addEventListener('abort', over);
  });

const anotherAccount = () => new ApiError('CANCELLED', 'another account now');
const isExpired = (error: unknown) => error instanceof ApiError && error.code === 'UNAUTHENTICATED';

/**
 * Requests of a signed-in account: an expired access token is renewed and the request made once more; what passes
 * is tried again where that is safe. Nothing asked for one account is answered to another, or asked in its name:
 * CANCELLED when the account has changed meanwhile.
 */
export const createHttp = (transport: Transport, tokens: Tokens, reach: Reach = createReach()): Http => {
  const signedIn = async <T>(attempt: (accessToken: string | null) => Promise<unknown>): Promise<T> => {
    await tokens.ready();
    const whose = tokens.accountId();
    const hasChanged = () => whose !== null && tokens.accountId() !== whose;
    const tryWith = async (accessToken: string | null): Promise<unknown> => {
      if (hasChanged()) throw anotherAccount();
      const answer = await attempt(accessToken);
      if (hasChanged()) throw anotherAccount();
      return answer;
    };
    const used = tokens.accessToken();
    try {
      return (await tryWith(used)) as T;
    } catch (error) {
      if (!isExpired(error)) throw error;
      // Another request may have renewed it while this one was under way.
      if (!hasChanged() && tokens.accessToken() === used) await tokens.refresh();
      return (await tryWith(tokens.accessToken())) as T;
    }
  };
  const told = async <T>(work: Promise<T>): Promise<T> => {
    const ended = reach.ask();
    try {
      const result = await work;
      ended();
      return result;
    } catch (error) {
      ended(error);
      throw error;
    }
  };
  const request = <T>({
    retries,
    ...of
  }: Omit<Call, 'accessToken'> & Pick<Options, 'retries'>): Promise<T> => {
    const attempt = async (failures: number): Promise<T> => {
      try {
        return await signedIn<T>((accessToken) => call(transport, { ...of, accessToken }));
      } catch (error) {
        const waitMs = retries === false ? null : retryInMs({ ...of, error, failures: failures + 1 });
        if (waitMs === null) throw error;
        await pause(waitMs, of.signal);
        return attempt(failures + 1);
      }
    };
    return told(attempt(0));
  };

  return {
    get: (path, options) => request({ ...options, method: 'GET', path }),
    post: (path, body, options) => request({ ...options, method: 'POST', path, body }),
    put: (path, body, options) => request({ ...options, method: 'PUT', path, body }),
    patch: (path, body, options) => request({ ...options, method: 'PATCH', path, body }),
    delete: (path, options) => request({ ...options, method: 'DELETE', path }),
    upload: (of) => told(signedIn((accessToken) => sendFile(transport, { ...of, accessToken }))),
  };
};
