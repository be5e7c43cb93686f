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

interface Whose {
  /** For whom it is asked: of what has several steps whoever began it. Else who is signed in as it is asked. */
  accountId?: string | null;
}

type Request = Omit<Call, 'accessToken'> &
  Whose & {
    /** Not for those who try again by themselves. */
    retries?: false;
  };
type Options = Omit<Request, 'method' | 'path' | 'body'>;

export interface Http {
  get<T>(path: string, options?: Options): Promise<T>;
  post<T>(path: string, body: unknown, options?: Options): Promise<T>;
  put<T>(path: string, body: unknown, options?: Options): Promise<T>;
  patch<T>(path: string, body: unknown, options?: Options): Promise<T>;
  delete<T>(path: string, options?: Options): Promise<T>;
  upload<T>(upload: Omit<Upload, 'accessToken'> & Whose): Promise<T>;
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
  /** Settled once, for all attempts of one request. */
  const settleWhose = async (accountId: string | null | undefined): Promise<string | null> => {
    const whose = accountId ?? tokens.accountId();
    await tokens.ready();
    return whose ?? tokens.accountId();
  };
  const signedIn = async (
    whose: string | null,
    attempt: (accessToken: string | null) => Promise<unknown>,
  ): Promise<unknown> => {
    const checkAccount = () => {
      if (whose !== null && tokens.accountId() !== whose) throw anotherAccount();
    };
    const tryWith = async (accessToken: string | null): Promise<unknown> => {
      checkAccount();
      return attempt(accessToken).finally(checkAccount);
    };
    const used = tokens.accessToken();
    try {
      return await tryWith(used);
    } catch (error) {
      if (!isExpired(error)) throw error;
      // Another request may have renewed it while this one was under way.
      if (tokens.accessToken() === used) await tokens.refresh();
      return tryWith(tokens.accessToken());
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
  const request = async ({ retries, accountId, ...of }: Request): Promise<unknown> => {
    const whose = await settleWhose(accountId);
    for (let failures = 1; ; failures++) {
      try {
        return await signedIn(whose, (accessToken) => call(transport, { ...of, accessToken }));
      } catch (error) {
        const waitMs = retries === false ? null : retryInMs({ ...of, error, failures });
        if (waitMs === null) throw error;
        await pause(waitMs, of.signal);
      }
    }
  };
  const upload = async ({ accountId, ...of }: Omit<Upload, 'accessToken'> & Whose): Promise<unknown> =>
    signedIn(await settleWhose(accountId), (accessToken) => sendFile(transport, { ...of, accessToken }));
  const asked = <T>(of: Request): Promise<T> => told(request(of) as Promise<T>);

  return {
    get: (path, options) => asked({ ...options, method: 'GET', path }),
    post: (path, body, options) => asked({ ...options, method: 'POST', path, body }),
    put: (path, body, options) => asked({ ...options, method: 'PUT', path, body }),
    patch: (path, body, options) => asked({ ...options, method: 'PATCH', path, body }),
    delete: (path, options) => asked({ ...options, method: 'DELETE', path }),
    upload: <T>(of: Omit<Upload, 'accessToken'> & Whose) => told(upload(of) as Promise<T>),
  };
};
