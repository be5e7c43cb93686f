import path from 'node:path';
import { type WeappDriver, exceeded, launch } from '@wuhao/weapp-runtime';
import { theLoop } from '../journeys/loop-steps';
import { type RunningServer, startServer } from '../server';

const ROOT = path.resolve(import.meta.dirname, '../../../..');
/** Built into the mini-program; the run maps it to where the server really listens. */
const API = 'https://api.wuhao.example';

let server: RunningServer;
let app: WeappDriver;

beforeAll(async () => {
  server = await startServer();
  app = await launch({ dist: path.join(ROOT, 'dist/client/weapp'), hosts: { [API]: server.address } });
}, 150_000);
afterAll(async () => {
  await app?.close();
  await server?.stop();
}, 60_000);

theLoop(
  () => app,
  (name) => app.screenshot(path.join(ROOT, 'tmp/screenshots/weapp', `${name}.png`)),
);

it('keeps the figures of every page within their limits', () => {
  expect(exceeded(app.report())).toEqual([]);
});
