import type { AccountView, SessionView } from '@wuhao/contracts';
import { createHttp } from '../shared/http/http';
import { createSession, type SessionStore } from '../shared/session/create-session';
import { answer, ok, refused, transport } from './fake-server';
import { oneTab } from './tabs';

export const view = (accessToken: string, id = 's'): SessionView => ({
  accessToken,
  expiresIn: 900,
  user: { id, role: 'student', nickname: '小雨', phone: null },
  refreshToken: `refresh-${accessToken}`,
});

export const createStore = (kept: { refreshToken?: string } | null): SessionStore => {
  let account: AccountView | null = null;
  return {
    read: async () => kept,
    readAccessToken: async () => null,
    write: async ({ refreshToken }) => void (kept = { refreshToken }),
    clear: async () => void (kept = account = null),
    owesLogOut: () => false,
    oweLogOut: () => undefined,
    readAccount: () => account,
    writeAccount: (next) => void (account = next),
  };
};

export const signedIn = async () => {
  const store = createStore({ refreshToken: 'r0' });
  const session = createSession(transport, store, oneTab());
  answer('POST /auth/refresh', ok(view('a1')));
  await session.restore();
  return { session, store, http: createHttp(transport, session) };
};

/** Knows only the newest access token, as a server does after the older one has expired. */
export const onlyFor = (accessToken: string) =>
  answer('GET /homework', ({ headers }) =>
    headers.Authorization === `Bearer ${accessToken}` ? ok({ items: [] }) : refused(401, 'UNAUTHENTICATED'),
  );
