import type { Transport } from '../platform/transport.types';
import { ApiError } from './api-error';
import { call, sendFile, type Call, type Upload } from './call';

/** Who holds the tokens. `ready` settles once the session of the last visit is restored or known to be over. */
export interface Tokens {
  ready(): Promise<void>;
  accessToken(): string | null;
  /** One refresh in flight for all who ask; rejects when it could not be done. */
  refresh(): Promise<void>;
}

type Options = Omit<Call, 'method' | 'path' | 'body' | 'accessToken'>;

export interface Http {
  get<T>(path: string, options?: Options): Promise<T>;
  post<T>(path: string, body: unknown, options?: Options): Promise<T>;
  put<T>(path: string, body: unknown, options?: Options): Promise<T>;
  delete<T>(path: string, options?: Options): Promise<T>;
  upload<T>(upload: Omit<Upload, 'accessToken'>): Promise<T>;
}

const isExpired = (error: unknown) => error instanceof ApiError && error.code === 'UNAUTHENTICATED';

/** Requests of a signed-in account: an expired access token is renewed and the request made once more. */
export const createHttp = (transport: Transport, tokens: Tokens): Http => {
  const signedIn = async <T>(attempt: (accessToken: string | null) => Promise<unknown>): Promise<T> => {
    await tokens.ready();
    const used = tokens.accessToken();
    try {
      return (await attempt(used)) as T;
    } catch (error) {
      if (!isExpired(error)) throw error;
      // Another request may have renewed it while this one was under way.
      if (tokens.accessToken() === used) await tokens.refresh();
      return (await attempt(tokens.accessToken())) as T;
    }
  };
  const request = <T>(of: Omit<Call, 'accessToken'>) =>
    signedIn<T>((accessToken) => call(transport, { ...of, accessToken }));

  return {
    get: (path, options) => request({ ...options, method: 'GET', path }),
    post: (path, body, options) => request({ ...options, method: 'POST', path, body }),
    put: (path, body, options) => request({ ...options, method: 'PUT', path, body }),
    delete: (path, options) => request({ ...options, method: 'DELETE', path }),
    upload: (of) => signedIn((accessToken) => sendFile(transport, { ...of, accessToken })),
  };
};
