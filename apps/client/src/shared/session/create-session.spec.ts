import { answer, forget, ok, refused, seenOf, transport } from '../../testing/fake-server';
import { createStore, onlyFor, signedIn, view } from '../../testing/session';
import { oneTab } from '../../testing/tabs';
import type { IncomingReply } from '../platform/transport.types';
import { createSession } from './create-session';
import { ApiError } from '../http/api-error';
import { createHttp } from '../http/http';

beforeEach(forget);

it('starts with the access token of the last visit where there is one, and renews it once it is refused', async () => {
  const store = { ...createStore({ refreshToken: 'r0' }), readAccessToken: async () => 'a0' };
  store.writeAccount(view('a0').user);
  const session = createSession(transport, store, oneTab());
  const http = createHttp(transport, session);
  const renamed = { ...view('a0').user, nickname: '小晴' };
  answer('GET /auth/me', new ApiError('NETWORK', 'gone'), ok(renamed));
  answer('GET /homework', ok({ items: [] }));
  await session.restore();
  expect(session.state().status).toBe('unreachable');
  await session.refresh();
  expect(session.state()).toEqual({ status: 'in', account: renamed });
  expect(store.readAccount()).toEqual(renamed);
  await http.get('/homework');
  expect(seenOf('POST /auth/refresh')).toEqual([]);
  expect(seenOf('GET /homework')[0]?.headers.Authorization).toBe('Bearer a0');

  answer('POST /auth/refresh', ok(view('a1')));
  onlyFor('a1');
  await http.get('/homework');
  expect(seenOf('POST /auth/refresh').map(({ body }) => body)).toEqual([{ refreshToken: 'r0' }]);

  const next = createSession(transport, store, oneTab());
  answer('GET /auth/me', refused(401, 'UNAUTHENTICATED'));
  answer('POST /auth/refresh', ok(view('a2')));
  await next.restore();
  expect(next.accessToken()).toBe('a2');
});

describe('a device that cannot be read once', () => {
  const brokenOnce = () => {
    const store = createStore({ refreshToken: 'r0' });
    const read = jest.fn(store.read).mockRejectedValueOnce(new Error('getStorage:fail internal error'));
    store.writeAccount(view('a0').user);
    return { ...store, read };
  };

  it('leaves the session in place, to be asked for again', async () => {
    const session = createSession(transport, brokenOnce(), oneTab());
    answer('POST /auth/refresh', ok(view('a1')));
    await session.restore();
    expect(session.state()).toMatchObject({ status: 'unreachable', account: view('a0').user });
    await session.refresh();
    expect(session.state().status).toBe('in');
    expect(seenOf('POST /auth/refresh').map(({ body }) => body)).toEqual([{ refreshToken: 'r0' }]);
  });

  it('is no reason to fail for what is hastened', async () => {
    const session = createSession(transport, brokenOnce(), oneTab());
    answer('POST /auth/refresh', ok(view('a1')));
    await session.hasten();
    await session.restore();
    expect(session.state().status).toBe('in');
  });

  it('lets a person log out', async () => {
    const store = brokenOnce();
    const session = createSession(transport, store, oneTab());
    answer('POST /auth/refresh', refused(401, 'UNAUTHENTICATED'));
    await session.end();
    expect(session.state()).toEqual({ status: 'out', expired: false });
    expect(await store.read()).toBeNull();
  });
});

describe('a session that is hastened', () => {
  const settled = () => new Promise<void>((resolve) => setTimeout(resolve));

  it('is asked for once, and changes nothing before it is restored', async () => {
    const session = createSession(transport, createStore({ refreshToken: 'r0' }), oneTab());
    const heard = jest.fn();
    answer('POST /auth/refresh', ok(view('a1')));
    void session.hasten();
    await settled();
    expect(seenOf('POST /auth/refresh')).toHaveLength(1);
    expect(session.state().status).toBe('restoring');
    expect(session.accessToken()).toBeNull();

    session.subscribe(heard);
    await session.restore();
    expect(session.state().status).toBe('in');
    expect(heard).toHaveBeenCalled();
    expect(seenOf('POST /auth/refresh')).toHaveLength(1);
  });

  it.each([
    ['nobody was signed in', createStore(null)],
    ['a log-out is still owed', { ...createStore({}), owesLogOut: () => true }],
  ])('is not asked for when %s', async (_, store) => {
    await createSession(transport, store, oneTab()).hasten();
    expect(seenOf('POST /auth/refresh')).toEqual([]);
  });

  it.each([
    ['refused', refused(401, 'UNAUTHENTICATED'), 'out'],
    ['without a server', new ApiError('NETWORK', 'gone'), 'unreachable'],
  ] as const)('tells how it ended when it is restored: %s', async (_, reply, status) => {
    const session = createSession(transport, createStore({ refreshToken: 'r0' }), oneTab());
    answer('POST /auth/refresh', reply);
    void session.hasten();
    await settled();
    expect(session.state().status).toBe('restoring');
    await session.restore();
    expect(session.state().status).toBe(status);
  });

  it('gives way to what another tab tells meanwhile', async () => {
    let tell: (news: unknown) => void = () => undefined;
    const tabs = { ...oneTab(), hear: (listener: typeof tell) => void (tell = listener) };
    const session = createSession(transport, createStore({ refreshToken: 'r0' }), tabs);
    answer('POST /auth/refresh', ok(view('a1')));
    void session.hasten();
    await settled();
    tell({ out: { expired: false } });
    await session.restore();
    await settled();
    expect(session.state()).toEqual({ status: 'out', expired: false });
    expect(session.accessToken()).toBeNull();
  });
});

it('ends the session when the server refuses the refresh token', async () => {
  const { http, session, store } = await signedIn();
  onlyFor('never');
  answer('POST /auth/refresh', refused(401, 'UNAUTHENTICATED'));
  await expect(http.get('/homework')).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  expect(session.state()).toEqual({ status: 'out', expired: true });
  expect(await store.read()).toBeNull();
});

it('keeps the session when the network is gone', async () => {
  const { http, session, store } = await signedIn();
  onlyFor('never');
  answer('POST /auth/refresh', new ApiError('NETWORK', 'gone'));
  await expect(http.get('/homework')).rejects.toMatchObject({ code: 'NETWORK' });
  expect(session.state().status).toBe('in');
  expect(await store.read()).not.toBeNull();
});

it('asks again at once for a refresh whose answer got lost, as long as the server gives the same again', async () => {
  const { http } = await signedIn();
  onlyFor('a2');
  answer('POST /auth/refresh', new ApiError('TIMEOUT', 'lost'), ok(view('a2')));
  await expect(http.get('/homework')).resolves.toEqual({ items: [] });
  expect(seenOf('GET /homework')).toHaveLength(2);
});

it('stays expired, however often it is asked for', async () => {
  const { session } = await signedIn();
  answer('POST /auth/refresh', refused(401, 'UNAUTHENTICATED'));
  await expect(session.refresh()).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  await session.refresh();
  expect(session.state()).toEqual({ status: 'out', expired: true });
});

it('takes a session that another tab has lost for expired, not for a log-out', async () => {
  const { session, store } = await signedIn();
  await store.clear();
  await session.refresh();
  expect(session.state()).toEqual({ status: 'out', expired: true });
});

it('logs nobody in by an answer that was asked for before the log-out', async () => {
  const { session, store } = await signedIn();
  let arrive = (_reply: IncomingReply) => {};
  answer('POST /auth/refresh', () => new Promise<IncomingReply>((resolve) => (arrive = resolve)));
  answer('POST /auth/logout', new ApiError('TIMEOUT', 'slow'));
  const refreshing = session.refresh();
  await Promise.resolve();
  await session.end();
  arrive(ok(view('a2')));
  await expect(refreshing).rejects.toMatchObject({ code: 'CANCELLED' });
  expect(session.state()).toEqual({ status: 'out', expired: false });
  expect(await store.read()).toBeNull();
});

it('tells a start without a server from a start without a session, and can try again', async () => {
  const session = createSession(transport, createStore({ refreshToken: 'r0' }), oneTab());
  const gone = new ApiError('NETWORK', 'gone');
  answer('POST /auth/refresh', gone, gone, ok(view('a1')));
  await session.restore();
  expect(session.state().status).toBe('unreachable');
  await session.restore();
  expect(session.state().status).toBe('in');

  const nobody = createSession(transport, createStore(null), oneTab());
  await nobody.restore();
  expect(nobody.state()).toEqual({ status: 'out', expired: false });
});

it('forgets the account at log-out, also when the server cannot be told', async () => {
  const { session, store } = await signedIn();
  answer('POST /auth/logout', new ApiError('NETWORK', 'gone'));
  await session.end();
  expect(session.state()).toEqual({ status: 'out', expired: false });
  expect(session.accessToken()).toBeNull();
  expect(await store.read()).toBeNull();
});

it('ends the session at the server also when the access token has expired meanwhile', async () => {
  const { session } = await signedIn();
  answer('POST /auth/refresh', ok(view('a2')));
  answer('POST /auth/logout', ({ headers }) =>
    headers.Authorization === 'Bearer a2' ? ok(undefined, 204) : refused(401, 'UNAUTHENTICATED'),
  );
  await session.end();
  expect(seenOf('POST /auth/logout').map(({ headers }) => headers.Authorization)).toEqual([
    'Bearer a1',
    'Bearer a2',
  ]);
  expect(session.state()).toEqual({ status: 'out', expired: false });
});
