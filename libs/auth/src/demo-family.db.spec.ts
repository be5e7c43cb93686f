import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createTestDatabase, type TestDatabase } from '@wuhao/db/testing';
import { DEMO_LOGINS_FILE, ensureDemoFamily, type DemoLogIns } from './demo-family';
import { asSession, MINI, send } from './testing/client';
import { startTestApp, useAuthEnv, type TestApp } from './testing/test-app';

let database: TestDatabase;
let api: TestApp;
let dataDir: string;
beforeAll(async () => {
  database = await createTestDatabase();
  dataDir = await mkdtemp(path.join(tmpdir(), 'wuhao-demo-'));
  useAuthEnv({ DATABASE_URL: database.url, DEMO_FAMILY: '1', DATA_DIR: dataDir });
  api = await startTestApp();
});
afterAll(async () => {
  await api?.close();
  await database?.drop();
  await rm(dataDir, { recursive: true, force: true });
});

const logIn = async ({ phone, password }: DemoLogIns['student']) =>
  asSession(await send(`${api.url}/auth/login`, { body: { phone, password }, headers: MINI })).user;

it('is a student with a linked guardian, made once by many starts at once', async () => {
  const families = await Promise.all(Array.from({ length: 4 }, () => ensureDemoFamily(api.app)));
  const [family] = families as [DemoLogIns];
  for (const same of families) expect(same).toEqual(family);

  const student = await logIn(family.student);
  const guardian = await logIn(family.guardian);
  expect(student).toMatchObject({ role: 'student', nickname: '小五', phone: '138****0001' });
  expect(guardian).toMatchObject({ role: 'guardian', phone: '138****0002' });
  const links = await api.dataSource.query<object[]>('select guardian_id, student_id from guardian_link');
  expect(links).toEqual([{ guardian_id: guardian.id, student_id: student.id }]);
});

it('keeps its passwords in a file of the owner alone', async () => {
  const family = await ensureDemoFamily(api.app);
  const file = path.join(dataDir, DEMO_LOGINS_FILE);
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  expect(JSON.parse(await readFile(file, 'utf8'))).toEqual(family);
  expect(family.student.password).toMatch(/^[a-z2-9]{12}$/);
  expect(family.student.password).not.toBe(family.guardian.password);
});

it('gets new passwords when the file was lost', async () => {
  const before = await ensureDemoFamily(api.app);
  await rm(path.join(dataDir, DEMO_LOGINS_FILE));
  const after = await ensureDemoFamily(api.app);
  expect(after.student.password).not.toBe(before.student.password);
  expect((await logIn(after.student)).nickname).toBe('小五');
});
