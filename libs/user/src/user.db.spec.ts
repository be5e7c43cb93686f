import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import { AccessGuard, AccessModule } from '@wuhao/access';
import { ChildList, ErrorBody, ProfileView } from '@wuhao/contracts';
import { CoreModule, InputGuard, Registry, uuidv7, type NewAccount, type Viewer } from '@wuhao/core';
import { useTestEnv } from '@wuhao/core/testing';
import { Account, DbModule } from '@wuhao/db';
import { createTestDatabase, type TestDatabase } from '@wuhao/db/testing';
import type { FastifyRequest } from 'fastify';
import { DataSource } from 'typeorm';
import { UserModule } from './user.module';

/** In place of a token. */
@Injectable()
class HeaderViewer implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    request.viewer = JSON.parse(String(request.headers['x-viewer'])) as Viewer;
    return true;
  }
}

let database: TestDatabase;
let app: NestFastifyApplication;
beforeAll(async () => {
  database = await createTestDatabase();
  useTestEnv({ DATABASE_URL: database.url });
  const module = await Test.createTestingModule({
    imports: [CoreModule, DbModule, AccessModule, UserModule],
    providers: [
      { provide: APP_GUARD, useClass: HeaderViewer },
      { provide: APP_GUARD, useExisting: AccessGuard },
      { provide: APP_GUARD, useClass: InputGuard },
    ],
  }).compile();
  app = module.createNestApplication<NestFastifyApplication>(new FastifyAdapter(), { logger: false });
  await app.init();
});
afterAll(async () => {
  await app?.close();
  await database?.drop();
});

async function newAccount(of: Omit<NewAccount, 'id'>): Promise<Viewer> {
  const id = uuidv7();
  await app.get(DataSource).transaction(async (tx) => {
    await tx.insert(Account, { id, role: of.role });
    await app.get(Registry).accountCreated(tx, { ...of, id });
  });
  return { accountId: id, role: of.role, sessionId: uuidv7() };
}

async function ask(viewer: Viewer, method: 'GET' | 'PUT', url: string, body?: object) {
  const headers = { 'x-viewer': JSON.stringify(viewer) };
  const { statusCode, json } = await app.inject({ method, url, headers, ...(body ? { payload: body } : {}) });
  return { status: statusCode, body: json<unknown>() };
}
const profileOf = async (viewer: Viewer, query = '') =>
  ProfileView.parse((await ask(viewer, 'GET', `/user/profile${query}`)).body);
const refusal = async (viewer: Viewer, query: string) => {
  const { status, body } = await ask(viewer, 'GET', `/user/profile${query}`);
  return [status, ErrorBody.parse(body).code];
};

it('makes a profile with the account', async () => {
  const student = await newAccount({ role: 'student', schoolYear: 3, birthMonth: '2017-05' });
  expect(await profileOf(student)).toEqual({
    id: student.accountId,
    role: 'student',
    nickname: '同学',
    schoolYear: 3,
    birthMonth: '2017-05',
    timeZone: 'Asia/Shanghai',
    reviewMinutes: 15,
  });
});

it('changes what an update names and nothing else, as often as it comes', async () => {
  const student = await newAccount({ role: 'student', nickname: '小五', schoolYear: 3 });
  const before = await profileOf(student);
  const update = { nickname: ' 小六 ', schoolYear: null, timeZone: 'Asia/Urumqi' };
  for (let n = 0; n < 2; n++) {
    const { status, body } = await ask(student, 'PUT', '/user/profile', update);
    expect([status, ProfileView.parse(body)]).toEqual([
      200,
      { ...before, nickname: '小六', schoolYear: null, timeZone: 'Asia/Urumqi' },
    ]);
  }
  expect((await ask(student, 'PUT', '/user/profile', {})).body).toEqual(await profileOf(student));
});

it.each([
  ['another role', { role: 'operator' }],
  ['another id', { id: uuidv7() }],
  ['an empty nickname', { nickname: ' ' }],
  ['a time zone that does not exist', { timeZone: 'Mars/Olympus' }],
  ['13 school years', { schoolYear: 13 }],
])('refuses %s', async (_, body) => {
  const student = await newAccount({ role: 'student' });
  expect((await ask(student, 'PUT', '/user/profile', body)).status).toBe(400);
});

describe('a guardian', () => {
  it('reads its own profile and that of its child', async () => {
    const child = await newAccount({ role: 'student', nickname: '小五' });
    const guardian = await newAccount({ role: 'guardian', guardianOf: child.accountId });
    expect((await profileOf(guardian)).id).toBe(guardian.accountId);
    expect((await profileOf(guardian, `?studentId=${child.accountId}`)).nickname).toBe('小五');
  });

  it('cannot tell a foreign child from one that does not exist', async () => {
    const guardian = await newAccount({ role: 'guardian' });
    const foreign = await newAccount({ role: 'student' });
    for (const id of [foreign.accountId, uuidv7(), 'nonsense'])
      expect(await refusal(guardian, `?studentId=${id}`)).toEqual([404, 'NOT_FOUND']);
  });

  it('changes no profile but its own', async () => {
    const child = await newAccount({ role: 'student' });
    const guardian = await newAccount({ role: 'guardian', guardianOf: child.accountId });
    const { status } = await ask(guardian, 'PUT', `/user/profile?studentId=${child.accountId}`, {
      nickname: 'x',
    });
    expect(status).toBe(400);
  });

  it('lists its children, the first linked first', async () => {
    const first = await newAccount({ role: 'student', nickname: '老大', schoolYear: 5 });
    const guardian = await newAccount({ role: 'guardian', guardianOf: first.accountId });
    const { status, body } = await ask(guardian, 'GET', '/user/children');
    expect([status, ChildList.parse(body)]).toEqual([
      200,
      { items: [{ id: first.accountId, nickname: '老大', schoolYear: 5 }], nextCursor: null },
    ]);
  });
});

it('shows a student no profile but its own, and no children', async () => {
  const [student, other] = [await newAccount({ role: 'student' }), await newAccount({ role: 'student' })];
  expect(await refusal(student, `?studentId=${other.accountId}`)).toEqual([404, 'NOT_FOUND']);
  expect((await ask(student, 'GET', '/user/children')).body).toEqual({ items: [], nextCursor: null });
});
