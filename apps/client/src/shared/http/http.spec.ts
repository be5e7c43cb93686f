import { answer, forget, ok, refused, seenOf, transport } from '../../testing/fake-server';
import { createStore, onlyFor, signedIn, view } from '../../testing/session';
import { oneTab } from '../../testing/tabs';
import { createSession } from '../session/create-session';
import { ApiError } from './api-error';
import { createHttp } from './http';
import { createReach } from './reach';

beforeEach(forget);

it('says who asks, with which client', async () => {
  const { http } = await signedIn();
  answer('GET /homework', ok({ items: [] }));
  await http.get('/homework', { query: { cursor: 'a b', studentId: undefined } });
  expect(seenOf('GET /homework')[0]).toMatchObject({
    url: '/api/v1/homework?cursor=a%20b',
    headers: { Authorization: 'Bearer a1', 'X-Client-Type': 'h5', 'X-Client-Version': '0.0.0-test' },
  });
});

it('waits for the session of the last visit instead of asking without a token', async () => {
  const session = createSession(transport, createStore({ refreshToken: 'r0' }), oneTab());
  const http = createHttp(transport, session);
  answer('POST /auth/refresh', ok(view('a1')));
  answer('GET /homework', ok({ items: [] }));
  const restoring = session.restore();
  await http.get('/homework');
  await restoring;
  expect(seenOf('GET /homework')).toHaveLength(1);
  expect(seenOf('GET /homework')[0]?.headers.Authorization).toBe('Bearer a1');
});

it('renews an expired token once for all requests in flight, and makes each of them once more', async () => {
  const { http } = await signedIn();
  onlyFor('a2');
  answer('POST /auth/refresh', ok(view('a2')));
  const before = seenOf('POST /auth/refresh').length;
  await Promise.all([http.get('/homework'), http.get('/homework'), http.get('/homework')]);
  expect(seenOf('POST /auth/refresh').length - before).toBe(1);
  expect(seenOf('GET /homework')).toHaveLength(6);
});

it('does not renew again for a request that comes back late with the old token', async () => {
  const { http } = await signedIn();
  let release = () => {};
  const late = new Promise<void>((resolve) => (release = resolve));
  answer('GET /user/profile', async ({ headers }) => {
    if (headers.Authorization === 'Bearer a1') {
      await late;
      return refused(401, 'UNAUTHENTICATED');
    }
    return ok({});
  });
  onlyFor('a2');
  answer('POST /auth/refresh', ok(view('a2')));
  const slow = http.get('/user/profile');
  await http.get('/homework');
  const refreshes = seenOf('POST /auth/refresh').length;
  release();
  await slow;
  expect(seenOf('POST /auth/refresh')).toHaveLength(refreshes);
});

it('gives up after one repetition', async () => {
  const { http } = await signedIn();
  onlyFor('never');
  await expect(http.get('/homework')).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  expect(seenOf('GET /homework')).toHaveLength(2);
});

it('does not take a wrong password for an expired session', async () => {
  const { http } = await signedIn();
  const before = seenOf('POST /auth/refresh').length;
  answer('POST /auth/login', refused(401, 'INVALID_CREDENTIALS'));
  await expect(http.post('/auth/login', {})).rejects.toMatchObject({ code: 'INVALID_CREDENTIALS' });
  expect(seenOf('POST /auth/refresh')).toHaveLength(before);
});

it('keeps the idempotency key when it repeats a write', async () => {
  const { http } = await signedIn();
  answer('POST /homework', refused(401, 'UNAUTHENTICATED'), ok({ id: 'h1' }, 202));
  await http.post('/homework', { subject: 'math' }, { idempotencyKey: 'k1' });
  expect(seenOf('POST /homework').map(({ headers }) => headers['Idempotency-Key'])).toEqual(['k1', 'k1']);
});

describe('when another account logs in', () => {
  it('does not repeat in its name what was asked for the one before', async () => {
    const { http, session } = await signedIn();
    answer('POST /homework', async ({ headers }) => {
      if (headers.Authorization === 'Bearer b1') return ok({ id: 'h' });
      await session.begin(view('b1', 'b'));
      return refused(401, 'UNAUTHENTICATED');
    });
    await expect(http.post('/homework', {}, { idempotencyKey: 'k' })).rejects.toMatchObject({
      code: 'CANCELLED',
    });
    expect(seenOf('POST /homework')).toHaveLength(1);
  });

  it('does not send in its name, after a pause, what the one before began', async () => {
    const { http, session } = await signedIn();
    answer('POST /mistakes', async ({ headers }) => {
      if (headers.Authorization === 'Bearer b1') return ok({ id: 'm' });
      await session.end();
      await session.begin(view('b1', 'b'));
      throw new ApiError('TIMEOUT', 'hung');
    });
    answer('POST /auth/logout', ok(undefined, 204));
    await expect(http.post('/mistakes', {}, { idempotencyKey: 'k' })).rejects.toMatchObject({
      code: 'CANCELLED',
    });
    expect(seenOf('POST /mistakes')).toHaveLength(1);
  });

  it('does not take the next step of what the one before began', async () => {
    const { http, session } = await signedIn();
    const accountId = session.accountId();
    answer('POST /mistakes', ok({ id: 'm' }));
    await session.begin(view('b1', 'b'));
    const photo = { id: 'p', url: 'blob:p' };
    await expect(http.post('/mistakes', {}, { accountId })).rejects.toMatchObject({ code: 'CANCELLED' });
    await expect(
      http.upload({ photo, purpose: 'mistake', idempotencyKey: 'p', accountId }),
    ).rejects.toMatchObject({ code: 'CANCELLED' });
    expect(seenOf('POST /mistakes')).toEqual([]);
    expect(seenOf('POST /files/upload')).toEqual([]);
  });

  it('does not get what was asked for the one before while its session was coming back', async () => {
    const store = createStore({ refreshToken: 'r0' });
    store.writeAccount(view('a1', 'a').user);
    const session = createSession(transport, store, oneTab());
    answer('POST /auth/refresh', ok(view('b1', 'b')));
    answer('GET /homework', ok({ items: [] }));
    const restoring = session.restore();
    const reading = createHttp(transport, session).get('/homework');
    await expect(reading).rejects.toMatchObject({ code: 'CANCELLED' });
    await restoring;
    expect(seenOf('GET /homework')).toEqual([]);
  });

  it('does not get the answers of the one before', async () => {
    const { http, session } = await signedIn();
    answer('GET /user/profile', async () => {
      await session.begin(view('b1', 'b'));
      return ok({ nickname: '小雨' });
    });
    await expect(http.get('/user/profile')).rejects.toMatchObject({ code: 'CANCELLED' });
  });
});

it('does not take the page of a portal for an answer of the server', async () => {
  const { http } = await signedIn();
  answer('POST /homework', { ...ok(undefined), isForeign: true });
  await expect(http.post('/homework', {})).rejects.toMatchObject({ code: 'NETWORK' });
});

describe('errors', () => {
  it('carry the code, the details and the request id of the server', async () => {
    const { http } = await signedIn();
    const details = [{ path: 'subject', message: 'unknown' }];
    answer('GET /homework', refused(400, 'VALIDATION_FAILED', { details }));
    await expect(http.get('/homework')).rejects.toMatchObject({
      code: 'VALIDATION_FAILED',
      at: { status: 400, requestId: 'request-1', details },
    });
  });

  it.each([
    [502, '<html>'],
    [503, undefined],
    [500, undefined],
    [429, { message: 'slow down' }],
    [408, undefined],
    [407, '<html>'],
    [403, { code: 'BLOCKED', message: 'by your school' }],
    [401, undefined],
  ])("take a %i in foreign words as the network's", async (status, body) => {
    const { http, session } = await signedIn();
    answer('POST /homework', { status, body });
    const options = { idempotencyKey: 'k1', retries: false } as const;
    const error = await http.post('/homework', {}, options).catch((caught: unknown) => caught);
    expect(error).toMatchObject({ code: 'NETWORK', at: { status }, isPassing: true });
    expect(session.state().status).toBe('in');
  });

  it("take a code that they do not know yet for the server's own", async () => {
    const { http } = await signedIn();
    answer('GET /homework', refused(400, 'SOMETHING_NEW'));
    await expect(http.get('/homework')).rejects.toMatchObject({
      code: 'INTERNAL',
      at: { status: 400, requestId: 'request-1' },
      isPassing: false,
    });
  });
});

describe('retries', () => {
  const gone = new ApiError('NETWORK', 'gone');

  it('reads again what a weak network lost', async () => {
    const { http } = await signedIn();
    answer('GET /homework', gone, { status: 502, body: '<html>' }, ok({ items: [] }));
    await expect(http.get('/homework')).resolves.toEqual({ items: [] });
    expect(seenOf('GET /homework')).toHaveLength(3);
  });

  it('never sends a write without a key again', async () => {
    const { http } = await signedIn();
    answer('PUT /user/profile', gone);
    await expect(http.put('/user/profile', {})).rejects.toMatchObject({ code: 'NETWORK' });
    expect(seenOf('PUT /user/profile')).toHaveLength(1);
  });

  it('leaves it to those who try again by themselves', async () => {
    const { http } = await signedIn();
    answer('POST /homework', gone);
    const options = { idempotencyKey: 'k1', retries: false } as const;
    await expect(http.post('/homework', {}, options)).rejects.toMatchObject({ code: 'NETWORK' });
    expect(seenOf('POST /homework')).toHaveLength(1);
  });

  it('stops when the page is left between two attempts', async () => {
    const { http } = await signedIn();
    answer('GET /homework', gone);
    const leaving = new AbortController();
    const reading = http.get('/homework', { signal: leaving.signal });
    await new Promise((resolve) => setTimeout(resolve, 0));
    leaving.abort();
    await expect(reading).rejects.toMatchObject({ code: 'CANCELLED' });
    expect(seenOf('GET /homework')).toHaveLength(1);
  });
});

describe('the reach of the server', () => {
  const withReach = async () => {
    const { session } = await signedIn();
    const reach = createReach();
    return { reach, http: createHttp(transport, session, reach) };
  };

  it.each([
    ['NETWORK', new ApiError('NETWORK', 'gone'), true],
    ['a gateway in its own words', { status: 502, body: '<html>' }, true],
    ['a refusal by the server itself', refused(404, 'NOT_FOUND'), false],
    ['a store behind the server', refused(503, 'STORAGE_UNAVAILABLE'), false],
  ])('%s', async (_what, reply, isLost) => {
    const { reach, http } = await withReach();
    answer('GET /homework', reply);
    await expect(http.get('/homework')).rejects.toBeTruthy();
    expect(reach.isLost()).toBe(isLost);
    answer('GET /homework', ok({ items: [] }));
    await http.get('/homework');
    expect(reach.isLost()).toBe(false);
  });

  it('is not found again by an answer to what was asked before it was lost', async () => {
    const { reach, http } = await withReach();
    let release = () => {};
    const late = new Promise<void>((resolve) => (release = resolve));
    answer('GET /user/profile', async () => {
      await late;
      return ok({});
    });
    answer('POST /homework', new ApiError('NETWORK', 'gone'));
    const early = http.get('/user/profile');
    await expect(http.post('/homework', {})).rejects.toMatchObject({ code: 'NETWORK' });
    release();
    await early;
    expect(reach.isLost()).toBe(true);
    await http.get('/user/profile');
    expect(reach.isLost()).toBe(false);
  });
});
