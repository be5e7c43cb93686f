import path from 'node:path';
import { Bench, FIXTURE } from '../testing/bench';
import { provesItsCases } from '../testing/proofs';
import { eventually } from './finder';
import { type WeappDriver, launch } from './weapp';

const PHOTO = path.join(FIXTURE, 'assets/turned.jpg');

let app: WeappDriver;
let bench: Bench;

beforeAll(async () => {
  app = await launch({ dist: FIXTURE, path: 'pages/bench' });
  bench = new Bench(app);
}, 30_000);
afterAll(() => app?.close());
provesItsCases(() => app);

it('logs in over the network only', async () => {
  await app.setNetwork('offline');
  expect((await bench.call('login')).result.errMsg).toBe('login:fail network is down');
  await app.setNetwork('normal');
  expect((await bench.call('login')).outcome).toBe('success');
});

it('opens the settings after a tap, and asks for subscriptions', async () => {
  await app.tap('Open the settings');
  await app.tap('允许');
  await app.tap('完成');
  await app.see('requestSubscribeMessage:ok openSetting:ok');
});

it('calls a number, or not', async () => {
  const first = await bench.send({ api: 'makePhoneCall', options: { phoneNumber: '10086' } });
  await app.tap('呼叫');
  expect((await bench.answerOf(first)).outcome).toBe('success');
  const second = await bench.send({ api: 'makePhoneCall', options: { phoneNumber: '10086' } });
  await app.tap('取消');
  expect((await bench.answerOf(second)).result.errMsg).toBe('makePhoneCall:fail cancel');
});

describe('privacy', () => {
  beforeEach(() => app.setPrivacy(false));

  it('asks for the privacy guideline before it gives photos', async () => {
    expect((await bench.call('getPrivacySetting')).result.needAuthorization).toBe(true);
    const refused = await bench.send({ api: 'chooseMedia', options: { count: 1 } });
    await app.tap('拒绝');
    expect((await bench.answerOf(refused)).result).toMatchObject({
      errMsg: 'chooseMedia:fail privacy permission is not authorized',
      errno: 104,
    });
    const again = await bench.send({ api: 'requirePrivacyAuthorize' });
    await app.tap('拒绝');
    expect((await bench.answerOf(again)).result.errno).toBe(104);

    const agreed = await bench.send({ api: 'chooseMedia', options: { count: 1 } });
    await app.choosePhotos([PHOTO]);
    await app.tap('同意');
    expect((await bench.answerOf(agreed)).outcome).toBe('success');
    expect((await bench.call('requirePrivacyAuthorize')).outcome).toBe('success');
  });

  it('lets the app ask for the privacy guideline in its own words', async () => {
    await bench.run('askPrivacy', { event: 'disagree' });
    expect((await bench.call('getClipboardData')).result).toMatchObject({ errno: 104 });
    await app.see('asked for getClipboardData');
    await bench.callSync('offNeedPrivacyAuthorization');
    await bench.run('askPrivacy', { event: 'agree' });
    expect((await bench.call('setClipboardData', { data: 'a' })).result).toMatchObject({ errno: 104 });
    await bench.callSync('offNeedPrivacyAuthorization');
    await bench.run('askPrivacy', { event: 'agree', buttonId: 'agree' });
    expect((await bench.call('setClipboardData', { data: 'a' })).outcome).toBe('success');
    await bench.callSync('offNeedPrivacyAuthorization');
    expect((await bench.call('getClipboardData')).result.data).toBe('a');
  });
});

it('keeps nothing in an album that was refused', async () => {
  app.setPermission('scope.writePhotosAlbum', false);
  expect((await bench.call('saveImageToPhotosAlbum', { filePath: '/assets/dot.png' })).result).toMatchObject({
    errMsg: 'saveImageToPhotosAlbum:fail auth deny',
    errno: 103,
  });
});

it('runs what is asked for next', async () => {
  expect(await bench.run('tick')).toBe('next');
});

it('hears the app come and go', async () => {
  await bench.run('hear');
  await app.background();
  await app.foreground();
  await app.see('heard:AppHide heard:AppShow');
  await app.warnOfMemory(10);
  await app.see('heard:MemoryWarning');
});

it('hears of rejections and errors', async () => {
  await bench.run('fail');
  await app.see('heard:UnhandledRejection');
  await app.see('heard:Error');
  expect(await bench.run('journal')).toEqual(
    expect.arrayContaining(['rejection Error: rejected on purpose', 'error Error: thrown on purpose']),
  );
  app.forgive(/on purpose|elsewhere\.example/);
  expect(app.problems()).toEqual([]);
});

it('replaces a page', async () => {
  await bench.send({ api: 'redirectTo', options: { url: '/sub/pages/detail?id=3&q=x' } });
  await app.see('Detail 3 x of 1');
  await app.open('pages/bench');
  await bench.send({ api: 'reLaunch', options: { url: '/sub/pages/detail?id=4&q=y' } });
  await app.see('Detail 4 y of 1');
});

it.each(['reLaunch', 'redirectTo'])('tells of %s that is asked for twice at once', async (api) => {
  await app.open('pages/bench');
  const url = '/sub/pages/detail?id=5&q=z';
  await bench.send({ code: 'moveTwice', options: { api, url } });
  await app.see('Detail 5 z of 1');
  await eventually(
    () => app.problems().join('\n'),
    () =>
      Promise.resolve(
        app.problems().some((one) => one === `warning: ${api} ${url} was asked for twice at once`) ||
          undefined,
      ),
  );
  app.forgive(/asked for twice/);
});
