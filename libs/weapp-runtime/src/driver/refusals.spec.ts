import { Bench, FIXTURE } from '../testing/bench';
import { type WeappDriver, launch } from './weapp';

let app: WeappDriver;
let bench: Bench;

beforeAll(async () => {
  app = await launch({ dist: FIXTURE, path: 'pages/bench' });
  bench = new Bench(app);
}, 30_000);
afterAll(() => app?.close());

it('logs in over the network only', async () => {
  await app.setNetwork('offline');
  expect((await bench.call('login')).result.errMsg).toBe('login:fail network is down');
  await app.setNetwork('normal');
  expect((await bench.call('login')).outcome).toBe('success');
});

it('opens the settings after a tap, and asks for subscriptions', async () => {
  await app.tap('Open the settings');
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
