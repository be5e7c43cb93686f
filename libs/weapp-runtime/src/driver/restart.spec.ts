import path from 'node:path';
import { Bench, FIXTURE } from '../testing/bench';
import { type WeappDriver, launch } from './weapp';

const PHOTO = path.join(FIXTURE, 'assets/turned.jpg');
const BENCH = 'pages/bench';

let app: WeappDriver;
let bench: Bench;
const files = { files: true };

beforeAll(async () => {
  app = await launch({ dist: FIXTURE, path: BENCH });
  bench = new Bench(app);
}, 30_000);
afterAll(() => app?.close());

/** Killed and started again, on the page where calls can be made. */
async function restart(): Promise<void> {
  await app.restart();
  await app.open(BENCH);
}

it('keeps what was saved and nothing of the temporary files', async () => {
  await app.choosePhotos([PHOTO]);
  const [taken] = (await bench.call('chooseImage', { count: 1 })).result.tempFilePaths as string[];
  const kept = 'wxfile://usr/kept.jpg';
  expect((await bench.call('copyFile', { srcPath: taken, destPath: kept }, files)).outcome).toBe('success');
  await restart();
  expect((await bench.call('access', { path: kept }, files)).outcome).toBe('success');
  expect((await bench.call('access', { path: taken }, files)).result).toMatchObject({
    errMsg: `access:fail no such file or directory "${taken}"`,
  });
});

it('remembers what the person refused and granted', async () => {
  app.setPermission('scope.camera', false);
  app.setPermission('scope.writePhotosAlbum', true);
  await app.setPrivacy(false);
  await restart();
  expect((await bench.call('getSetting')).result.authSetting).toEqual({
    'scope.camera': false,
    'scope.writePhotosAlbum': true,
  });
  expect((await bench.call('authorize', { scope: 'scope.camera' })).result).toMatchObject({ errno: 103 });
  expect((await bench.call('getPrivacySetting')).result.needAuthorization).toBe(true);
});

it('remembers that the guideline was accepted in the app', async () => {
  const asked = await bench.send({ api: 'requirePrivacyAuthorize' });
  await app.tap('同意');
  expect((await bench.answerOf(asked)).outcome).toBe('success');
  await restart();
  expect((await bench.call('getPrivacySetting')).result.needAuthorization).toBe(false);
});

it('shows the texts that the app finds again, and not what is encrypted', async () => {
  await bench.callSync('setStorageSync', 'draft', 'two pages');
  await bench.callSync('setStorageSync', 'count', 2);
  await bench.call('setStorage', { key: 'token', data: 'secret', encrypt: true });
  expect(await app.stored()).toEqual({ draft: 'two pages' });
});

it('had no problem', () => {
  app.forgive(/elsewhere\.example/);
  expect(app.problems()).toEqual([]);
});
