import path from 'node:path';
import { type WeappDriver, launch } from '@wuhao/weapp-runtime';
import { type RunningServer, startServer } from '../server';

const dist = path.resolve(import.meta.dirname, '../../../../dist/client/weapp');
/** Built into the mini-program; the run maps it to where the server really listens. */
const API = 'https://api.wuhao.example';

let server: RunningServer;
let app: WeappDriver;

beforeAll(async () => {
  server = await startServer();
  app = await launch({ dist, hosts: { [API]: server.address } });
}, 120_000);
afterAll(async () => {
  await app?.close();
  await server?.stop();
}, 60_000);

it('draws the log-in page', async () => {
  await app.see('手机号');
  await app.see('密码');
  expect(await app.currentPath()).toBe('pages/auth/login');
  await app.screenshot('tmp/screenshots/weapp/login.png');
});

it('says that a password is wrong', async () => {
  await app.type('手机号', server.demo.student?.phone ?? '');
  await app.type('密码', 'not the password');
  await app.tap('登录');
  await app.see('手机号或密码不对，再看一眼');
});

it('logs in and shows the home page, without a console error', async () => {
  await app.type('密码', server.demo.student?.password ?? '');
  await app.tap('登录');
  await app.see('拍作业');
  expect(await app.currentPath()).toBe('pages/tabs/home');
  await app.screenshot('tmp/screenshots/weapp/home.png');
  expect(app.problems()).toEqual([]);
});

it('is still logged in after a restart', async () => {
  await app.restart();
  await app.see('拍作业');
  expect(app.problems()).toEqual([]);
});
