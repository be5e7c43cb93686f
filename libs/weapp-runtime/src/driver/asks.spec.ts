import { Bench, FIXTURE } from '../testing/bench';
import { provesItsCases } from '../testing/proofs';
import { type WeappDriver, launch } from './weapp';

/** What is looked for in vain. */
const SOON = { timeoutMs: 1_000 };

let app: WeappDriver;
let bench: Bench;

beforeAll(async () => {
  app = await launch({ dist: FIXTURE, path: 'pages/bench' });
}, 30_000);
afterAll(() => app?.close());

/** Above another page, so that there is a way back. */
beforeEach(async () => {
  await app.open('pages/bench');
  bench = new Bench(app);
  await bench.send({ api: 'navigateTo', options: { url: '/pages/asks' } });
  await app.see('Look at the settings');
  app.forgive(/elsewhere\.example/);
});
afterEach(() => app.forgive(/not implemented|not found/));
provesItsCases(() => app);

it('shows the settings that a button opens, and tells what stands there', async () => {
  app.setPermission('scope.camera', false);
  await app.tap('Look at the settings');
  await app.tap('完成');
  await app.see('opensetting {"errMsg":"openSetting:ok","authSetting":{"scope.camera":false}}');
  expect(app.problems()).toEqual([]);
});

it('accepts the privacy guideline by a button', async () => {
  await app.setPrivacy(false);
  await app.tap('Agree');
  await app.see('agreeprivacyauthorization {"errMsg":"agreePrivacyAuthorization:ok"}');
  await app.goBack();
  const { result } = await bench.call('getPrivacySetting');
  expect(result.needAuthorization).toBe(false);
});

it('asks for subscriptions, and the person may refuse', async () => {
  await app.tap('Subscribe');
  await app.tap('取消');
  await app.see('requestSubscribeMessage:ok reject reject');
  await app.tap('Subscribe');
  await app.tap('允许');
  await app.see('requestSubscribeMessage:ok accept accept');
});

it('asks before a page is left, where the app wants it', async () => {
  await app.tap('Ask before leaving');
  await expect(app.goBack({ timeoutMs: 1_000 })).rejects.toThrow('there is no way back');
  await app.see('Leave without saving?');
  await app.tap('取消');
  expect(await app.currentPath()).toBe('pages/asks');
  const left = app.goBack();
  await app.tap('确定');
  await left;
  expect(await app.currentPath()).toBe('pages/bench');
});

it('asks no more when the app has taken it back', async () => {
  await app.tap('Ask before leaving');
  await app.tap('Ask no more');
  await app.goBack();
  expect(await app.currentPath()).toBe('pages/bench');
});

it('hears the phone being turned', async () => {
  await app.page.setViewportSize({ width: 812, height: 375 });
  await app.see('window 812');
  await app.see('page 812');
  await app.page.setViewportSize({ width: 375, height: 812 });
  await app.see('page 375');
  // Where the page takes its listener back.
  await app.goBack();
});

it('tells an app that is started on a page which is not there', async () => {
  await app.open('pages/gone?id=1');
  await app.see('Second page');
  const lost = { path: 'pages/gone', query: { id: '1' }, isEntryPage: true };
  expect(await new Bench(app).run('lost')).toEqual([lost, lost]);
});

describe('what is not carried out fails by its name', () => {
  it('a call', async () => {
    await expect(app.tap('Leave the app').then(() => app.see('nothing', SOON))).rejects.toThrow(
      'wx.exitMiniProgram is not implemented by this runtime',
    );
  });

  it('a component that would be an empty box', async () => {
    await expect(app.tap('Show the camera').then(() => app.see('nothing', SOON))).rejects.toThrow(
      '<camera> is not implemented by this runtime',
    );
  });

  it('what a button opens', async () => {
    await expect(app.tap('Give the number').then(() => app.see('nothing', SOON))).rejects.toThrow(
      '<button open-type="getPhoneNumber"> is not implemented by this runtime',
    );
  });

  it('the end of an app that is started on a page which is not there and goes nowhere else', async () => {
    const away = app.open('pages/gone?stay=1');
    await expect(away).rejects.toThrow('page "pages/gone" is not found');
  });
});
