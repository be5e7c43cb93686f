import { randomUUID } from 'node:crypto';
import { rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { uuidv7 } from '@wuhao/core';
import { badPictures } from '@wuhao/storage/testing';
import type { ApiAnswer, ApiClient, ApiRequest, Operation } from './api-client';
import { GOOD_REQUESTS, OTHER_BODIES, pictureRequest } from './good-requests';
import { Household, MINI, newPhone, PASSWORD, uploadForm } from './household';
import { codeOf, onEach, startTestApi, type TestApi } from './test-api';

let test: TestApi;
let api: ApiClient;
let home: Household;

beforeAll(async () => {
  test = await startTestApi();
  ({ api } = test);
}, 60_000);
afterAll(() => test?.stop());

/** New people for every test of a group: an account may upload so much in a minute. */
const withNewHousehold = () =>
  beforeEach(async () => {
    home = await Household.moveIn(api, test.dataSource);
  });

const good = async ({ route }: Operation): Promise<ApiRequest> => GOOD_REQUESTS[route]!(home);

it('has a good request for every route, and a route for every good request', () => {
  expect(api.operations.map(({ route }) => route).sort()).toEqual(Object.keys(GOOD_REQUESTS).sort());
  const keyed = api.operations.filter(({ isIdempotent }) => isIdempotent).map(({ route }) => route);
  expect(keyed.sort()).toEqual(Object.keys(OTHER_BODIES).sort());
});

describe('every route', () => {
  withNewHousehold();

  it('answers a good request with success', async () => {
    await onEach(
      api,
      () => true,
      async (operation) => {
        const { status } = await api.send(operation.route, await good(operation));
        expect(status).toBeGreaterThanOrEqual(200);
        expect(status).toBeLessThan(300);
      },
    );
  });

  it('refuses a query key that it does not know', async () => {
    await onEach(
      api,
      () => true,
      async (operation) => {
        const request = await good(operation);
        const answer = await api.send(operation.route, {
          ...request,
          query: { ...request.query, surprise: '1' },
        });
        expect(codeOf(answer)).toBe('400 VALIDATION_FAILED');
      },
    );
  });
});

describe('every route with a body', () => {
  withNewHousehold();

  it.each<[string, (body: object) => unknown]>([
    ['broken JSON', () => '{"a":'],
    ['nothing, announced as JSON', () => ''],
    ['a list', (body) => [body]],
    ['null', () => 'null'],
    ['a text', () => '"text"'],
    ['an unknown key', (body) => ({ ...body, surprise: 1 })],
    ['a prototype key', (body) => JSON.stringify(body).replace('{', '{"__proto__":{"role":"operator"},')],
    ['the role of an operator', (body) => ({ ...body, role: 'operator' })],
    ['operators for values', (body) => Object.fromEntries(Object.keys(body).map((k) => [k, { $gt: '' }]))],
    ['lists for values', (body) => Object.fromEntries(Object.keys(body).map((k) => [k, [['x']]]))],
    ['a number without an end', (body) => JSON.stringify(body).replace(/:[^,}]*/, ':1e999')],
  ])('refuses %s', async (_, spoil) => {
    await onEach(
      api,
      ({ takesJson }) => takesJson,
      async (operation) => {
        const request = await good(operation);
        const answer = await api.send(operation.route, { ...request, body: spoil(request.body as object) });
        expect(codeOf(answer)).toBe('400 VALIDATION_FAILED');
      },
    );
  });

  it('refuses a form with an unknown field, and no form at all', async () => {
    const { form: _, ...request } = await GOOD_REQUESTS['POST /files/upload']!(home);
    const { jpegAndPage: picture } = await badPictures();
    for (const spoilt of [{ form: () => uploadForm(picture!, 'homework', { studentId: 'x' }) }, { body: {} }])
      expect(codeOf(await api.send('POST /files/upload', { ...request, ...spoilt }))).toBe(
        '400 VALIDATION_FAILED',
      );
  });
});

describe('every route that is not public', () => {
  withNewHousehold();

  it('answers nobody without a token', async () => {
    await onEach(
      api,
      ({ isPublic }) => !isPublic,
      async (operation) => {
        const answer = await api.send(operation.route, { ...(await good(operation)), token: undefined });
        expect(codeOf(answer)).toBe('401 UNAUTHENTICATED');
      },
    );
  });

  it('does not know a student that is not the viewer’s', async () => {
    await onEach(
      api,
      ({ isOfStudent }) => isOfStudent,
      async (operation) => {
        const request = await good(operation);
        const answer = await api.send(operation.route, {
          ...request,
          query: { ...request.query, studentId: uuidv7() },
        });
        expect(codeOf(answer)).toBe('404 NOT_FOUND');
      },
    );
  });
});

it('takes a POST that says that it is a PATCH, which WeChat cannot send', async () => {
  home = await Household.moveIn(api, test.dataSource);
  const route = 'PATCH /homework/{id}/items/{itemId}';
  const request = await GOOD_REQUESTS[route]!(home);
  const { id, itemId } = request.params!;
  const response = await fetch(`${test.server.origin}/api/v1/homework/${id}/items/${itemId}`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${request.token}`,
      'content-type': 'application/json',
      'idempotency-key': request.key!,
      'x-http-method-override': 'PATCH',
    },
    body: JSON.stringify(request.body),
  });
  expect([response.status, await response.json()]).toEqual([200, (await api.send(route, request)).body]);
});

describe('every route with a key', () => {
  withNewHousehold();

  const withKey = ({ isIdempotent }: Operation) => isIdempotent;

  it('asks for it', async () => {
    await onEach(api, withKey, async (operation) => {
      for (const key of [undefined, 'nonsense']) {
        const answer = await api.send(operation.route, { ...(await good(operation)), key });
        expect(codeOf(answer)).toBe('400 VALIDATION_FAILED');
      }
    });
  });

  it('gives its first answer to a repeat, one effect to 5 at once, and refuses another body', async () => {
    await onEach(api, withKey, async (operation) => {
      const request = await good(operation);
      const atOnce = await Promise.all(Array.from({ length: 5 }, () => api.send(operation.route, request)));
      const again = await api.send(operation.route, request);
      const [first] = atOnce;
      for (const answer of [...atOnce, again])
        expect([answer.status, answer.body]).toEqual([first!.status, first!.body]);

      const other = { ...request, ...(await OTHER_BODIES[operation.route]!(request)) };
      expect(codeOf(await api.send(operation.route, other))).toBe('409 CONFLICT');
    });
  });
});

describe('what is left of the promised statuses', () => {
  withNewHousehold();

  const upload = async (picture: Buffer) =>
    codeOf(
      await api.send('POST /files/upload', {
        token: home.student.token,
        key: randomUUID(),
        form: () => uploadForm(picture),
      }),
    );

  it('files: too large, no picture, a damaged one', async () => {
    const bad = await badPictures();
    expect(await upload(Buffer.concat([bad.jpegAndPage!, Buffer.alloc(11 << 20)]))).toBe(
      '413 FILE_TOO_LARGE',
    );
    expect(await upload(bad.text!)).toBe('415 FILE_TYPE_REFUSED');
    expect(await upload(bad.truncatedJpeg!)).toBe('422 PICTURE_UNREADABLE');
  });

  it('files: a picture that the client has, and a forged URL', async () => {
    const request = pictureRequest(await home.newFile());
    const { headers } = await api.send('GET /files/{reference}', request);
    const seen = { ...request, headers: { 'if-none-match': headers.etag! } };
    expect((await api.send('GET /files/{reference}', seen)).status).toBe(304);
    const forged = { ...request, query: { ...request.query, s: 'forged' } };
    expect(codeOf(await api.send('GET /files/{reference}', forged))).toBe('404 NOT_FOUND');
  });

  it('auth: a wrong password, a dead refresh token, a cookie from elsewhere', async () => {
    const body = { phone: home.student.phone, password: 'wrong horse battery' };
    expect(codeOf(await api.send('POST /auth/login', { body }))).toBe('401 INVALID_CREDENTIALS');
    const dead = { body: { refreshToken: 'dead' } };
    expect(codeOf(await api.send('POST /auth/refresh', dead))).toBe('401 UNAUTHENTICATED');
    const right = await api.send('POST /auth/login', { body: { ...body, password: PASSWORD } });
    const [cookie = ''] = right.cookies;
    const elsewhere = { body: {}, headers: { cookie: cookie.split(';')[0]!, 'x-client-type': 'h5' } };
    expect(codeOf(await api.send('POST /auth/refresh', elsewhere))).toBe('403 FORBIDDEN');
  });

  it('while pictures cannot be stored or read: unhealthy, not ready, and an honest answer', async () => {
    const request = pictureRequest(await home.newFile());
    const { form } = await GOOD_REQUESTS['POST /files/upload']!(home);
    const objects = path.join(test.server.dataDir, 'objects');
    await rename(objects, `${objects}.away`);
    await writeFile(objects, '');
    const { token } = home.student;
    const answers = [
      await api.send('POST /files/upload', { token, key: uuidv7(), form }),
      await api.send('GET /files/{reference}', request),
    ];
    // The next probe comes within 3 s.
    for (let n = 0; n < 50 && (await api.send('GET /health')).status === 200; n++) await wait(100);
    const health = [await api.send('GET /health'), await api.send('GET /health/ready')];
    await rm(objects);
    await rename(`${objects}.away`, objects);
    expect(answers.map(codeOf)).toEqual(['503 STORAGE_UNAVAILABLE', '503 STORAGE_UNAVAILABLE']);
    expect(health.map(({ status }) => status)).toEqual([503, 503]);
    expect(health[0]!.body).toMatchObject({
      parts: expect.arrayContaining([expect.objectContaining({ name: 'storage', status: 'unhealthy' })]),
    });
  });

  /** Sends until the limit is reached; last in this file, for it holds for a while. */
  async function untilLimited(most: number, send: () => Promise<ApiAnswer>): Promise<ApiAnswer> {
    for (let n = 0; n < most; n++) {
      const answer = await send();
      if (answer.status === 429) return answer;
    }
    throw new Error(`no limit after ${most}`);
  }

  it('limits: uploads, parts of pictures, log-ins, registrations, each with the time to wait', async () => {
    const { token, phone } = home.student;
    const { query, ...request } = pictureRequest(await home.newFile());
    const part = { ...request, query: { ...query, part: '0,0,1,1' } };
    const guessed = newPhone();
    const limited = [
      await untilLimited(200, () => api.send('POST /files/upload', { token, key: uuidv7(), body: {} })),
      await untilLimited(400, () => api.send('GET /files/{reference}', part)),
      await untilLimited(20, () => api.send('POST /auth/login', { body: { phone: guessed, password: 'x' } })),
      await untilLimited(40, () =>
        api.send('POST /auth/register', {
          body: { phone, password: PASSWORD, role: 'student' },
          headers: MINI,
        }),
      ),
    ];
    for (const answer of limited) {
      expect(codeOf(answer)).toBe('429 RATE_LIMITED');
      expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0);
    }
  });
});

it('reached every status that every route promises, and no other', () => {
  expect([...api.reached].sort()).toEqual(api.promised.sort());
});
