import path from 'node:path';
import { type H5Driver, launchH5 } from '@wuhao/weapp-runtime';
import { theLoop } from '../journeys/loop-steps';
import { type RunningServer, startServer } from '../server';

const SHOTS = path.resolve(import.meta.dirname, '../../../../tmp/screenshots/h5');
const PHONE = { width: 375, height: 812 };
const SIZES = [{ width: 320, height: 640 }, PHONE, { width: 1024, height: 768 }];

let server: RunningServer;
let app: H5Driver;

beforeAll(async () => {
  server = await startServer();
  app = await launchH5({ address: server.address, screen: PHONE });
}, 150_000);
afterAll(async () => {
  await app?.close();
  await server?.stop();
}, 60_000);

/** The same moment at each width. */
async function look(name: string): Promise<void> {
  for (const size of SIZES) {
    await app.page.setViewportSize(size);
    await app.screenshot(path.join(SHOTS, `${name}-${size.width}.png`));
  }
  await app.page.setViewportSize(PHONE);
}

theLoop(() => app, look);
