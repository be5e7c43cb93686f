import { uuidv7 } from '@wuhao/core';
import type { ApiClient, ApiRequest, Operation } from './api-client';
import { forge, unsigned } from './forged-tokens';
import { GOOD_REQUESTS } from './good-requests';
import { Household, newMember, type Member } from './household';
import { codeOf, onEach, startTestApi, tellable, type TestApi } from './test-api';

let test: TestApi;
let api: ApiClient;
let home: Household;
/** Somebody else, a student and a guardian. */
let strangers: Member[];

beforeAll(async () => {
  test = await startTestApi();
  ({ api } = test);
  strangers = [await newMember(api, 'student'), await newMember(api, 'guardian')];
}, 60_000);
afterAll(() => test?.stop());

/** New people for every test of a group: an account may upload so much in a minute. */
const withNewHousehold = () =>
  beforeEach(async () => {
    home = await Household.moveIn(api, test.dataSource);
  });

const good = async ({ route }: Operation): Promise<ApiRequest> => GOOD_REQUESTS[route]!(home);

describe('every route that is not public', () => {
  withNewHousehold();

  it.each<[string, () => string | undefined]>([
    ['no token', () => undefined],
    ['an empty token', () => ''],
    ['garbage', () => 'a.b.c'],
    ['a refresh token', () => home.student.refreshToken],
    ['a token of alg none', () => unsigned(home.student.token)],
    ['a token of another key', () => forge(home.student.token, {}, 'x'.repeat(40))],
    ['an expired token', () => forge(home.student.token, { exp: 1 })],
    ['a token for somebody else', () => forge(home.student.token, { aud: 'x' })],
  ])('refuses %s with one and the same answer', async (_, makeToken) => {
    const token = makeToken();
    const expected = tellable(await api.send('GET /auth/me'));
    await onEach(
      api,
      ({ isPublic }) => !isPublic,
      async (operation) => {
        const answer = await api.send(operation.route, { ...(await good(operation)), token });
        expect(codeOf(answer)).toBe('401 UNAUTHENTICATED');
        expect(tellable(answer)).toEqual(expected);
      },
    );
  });

  it('accepts a token that is forged with our own key: the ones above fail for their own reason', async () => {
    const token = forge(home.student.token);
    expect((await api.send('GET /auth/me', { token })).status).toBe(200);
  });
});

describe('what is somebody else’s', () => {
  withNewHousehold();

  const isOfOwner = ({ pathParams, isPublic }: Operation) => pathParams.length > 0 && !isPublic;

  it('cannot be told from what is not there, by its id', async () => {
    const [stranger] = strangers;
    await onEach(api, isOfOwner, async (operation) => {
      const request = { ...(await good(operation)), token: stranger!.token };
      const foreign = await api.send(operation.route, request);
      expect(codeOf(foreign)).toBe('404 NOT_FOUND');
      for (const name of operation.pathParams)
        for (const other of [uuidv7(), 'nonsense', `${uuidv7()}x`]) {
          const params = { ...request.params, [name]: other };
          const missing = await api.send(operation.route, { ...request, params });
          expect(tellable(missing)).toEqual(tellable(foreign));
        }
      // It is still there for its owner.
      const again = await api.send(operation.route, { ...request, token: home.student.token });
      expect(again.status).toBeLessThan(300);
    });
  });

  it('cannot be told from what is not there, by the student that it is said to be of', async () => {
    await onEach(
      api,
      ({ isOfStudent }) => isOfStudent,
      async (operation) => {
        for (const { token } of strangers) {
          const request = { ...(await good(operation)), token };
          const [foreign, ...missing] = await Promise.all(
            [home.student.id, home.guardian.id, uuidv7(), 'nonsense'].map((studentId) =>
              api.send(operation.route, { ...request, query: { ...request.query, studentId } }),
            ),
          );
          expect(codeOf(foreign!)).toBe('404 NOT_FOUND');
          for (const answer of missing) expect(tellable(answer)).toEqual(tellable(foreign!));
        }
      },
    );
  });

  it('cannot be taken by naming its id in a body', async () => {
    const file = await home.newFile();
    const [stranger] = strangers;
    const { token } = stranger!;
    for (const [route, bodyOf] of [
      ['POST /homework', (id: string) => ({ subject: 'math', fileIds: [id] })],
      ['POST /mistakes', (id: string) => ({ subject: 'math', fileId: id })],
    ] as const) {
      const [foreign, missing] = await Promise.all(
        [file.id, uuidv7()].map((id) => api.send(route, { token, key: uuidv7(), body: bodyOf(id) })),
      );
      expect(codeOf(foreign!)).toBe('404 NOT_FOUND');
      expect(tellable(missing!)).toEqual(tellable(foreign!));
    }
  });
});

describe('a guardian', () => {
  withNewHousehold();

  const asGuardian = (request: ApiRequest): ApiRequest => ({
    ...request,
    token: home.guardian.token,
    query: { ...request.query, studentId: home.student.id },
  });

  it('may do for its child what the child may do', async () => {
    await onEach(
      api,
      ({ isOfStudent }) => isOfStudent,
      async (operation) => {
        const { status } = await api.send(operation.route, asGuardian(await good(operation)));
        expect(status).toBeLessThan(300);
      },
    );
  });

  it('has to name the child, except for its own profile', async () => {
    await onEach(
      api,
      ({ isOfStudent, route }) => isOfStudent && route !== 'GET /user/profile',
      async (operation) => {
        const request = { ...(await good(operation)), token: home.guardian.token };
        expect(codeOf(await api.send(operation.route, request))).toBe('400 VALIDATION_FAILED');
      },
    );
  });

  it('that is linked no more sees nothing', async () => {
    await home.unlink();
    await onEach(
      api,
      ({ isOfStudent }) => isOfStudent,
      async (operation) => {
        const answer = await api.send(operation.route, asGuardian(await good(operation)));
        expect(codeOf(answer)).toBe('404 NOT_FOUND');
      },
    );
  });
});
