import { Bench, type Answer, FIXTURE } from '../testing/bench';
import { provesItsCases } from '../testing/proofs';
import { eventually } from './finder';
import { type WeappDriver, launch } from './weapp';

let app: WeappDriver;
let bench: Bench;

const send = (request: Record<string, unknown>) => bench.send(request);
const answerOf = (n: number) => bench.answerOf(n);
const call = (...args: Parameters<Bench['call']>) => bench.call(...args);
const callSync = (...args: Parameters<Bench['callSync']>) => bench.callSync(...args);
const evaluate = (code: string) => bench.run(code);

beforeAll(async () => {
  app = await launch({ dist: FIXTURE, path: 'pages/bench' });
  bench = new Bench(app);
}, 30_000);
afterAll(() => app?.close());
provesItsCases(() => app);

describe('the logic’s context', () => {
  it('knows nothing of a browser or of Node', async () => {
    expect(await evaluate('globals')).toEqual([]);
  });

  it('has no way out', async () => {
    expect(await evaluate('escape')).toEqual([]);
    app.forgive(/\[object Object\]|rejection: (\{"stack":\{\}\}|text)$|is no text/);
  });

  it('takes import() in a text or a comment for what it is', async () => {
    expect(await evaluate('textWithImport')).toBe("import('./b')");
  });

  it('answers a bundler’s question for the global object', async () => {
    expect(await evaluate('returnThis')).toBe(true);
  });

  it('goes by the phone’s clock and time zone', async () => {
    expect(await evaluate('hourAtEpoch')).toBe(8);
  });

  it('fails where code takes itself to be in a browser', async () => {
    expect(await evaluate('bareStorage')).toMatch(/^TypeError: Cannot read properties of undefined/);
  });
});

describe('storage', () => {
  it.each([['text'], [12], [true], [{ a: [1, null] }], [null]])('gives back %j', async (data) => {
    expect((await call('setStorage', { key: 'k', data })).outcome).toBe('success');
    expect((await call('getStorage', { key: 'k' })).result.data).toEqual(data);
    expect((await callSync('getStorageSync', 'k')).result).toEqual(data);
  });

  it('fails for an unknown key, and answers an empty text to the Sync call', async () => {
    expect((await call('getStorage', { key: 'none' })).result.errMsg).toBe('getStorage:fail data not found');
    expect((await callSync('getStorageSync', 'none')).result).toBe('');
  });

  it('reads what was encrypted only by who says so', async () => {
    await call('setStorage', { key: 'secret', data: 'token', encrypt: true });
    expect((await call('getStorage', { key: 'secret', encrypt: true })).result.data).toBe('token');
    expect((await call('getStorage', { key: 'secret' })).outcome).toBe('fail');
  });

  it('refuses an entry over 1 MB and more than 10 MB in all', async () => {
    const fill = async (key: string, length: number): Promise<Answer> =>
      answerOf(await send({ api: 'setStorage', options: { key }, length }));
    expect((await fill('big', 1024 * 1024)).result.errMsg).toBe('setStorage:fail entry size limit reached');
    const outcomes: string[] = [];
    for (let index = 0; index < 11; index++) outcomes.push((await fill(`big${index}`, 1024 * 1000)).outcome);
    expect(outcomes).toEqual([...Array<string>(10).fill('success'), 'fail']);
    expect((await call('clearStorage')).outcome).toBe('success');
    expect((await callSync('getStorageInfoSync')).result.keys).toEqual([]);
  });

  it('removes, and says what is wrong with a key', async () => {
    await callSync('setStorageSync', 'k', 1);
    await callSync('removeStorageSync', 'k');
    expect((await call('getStorageInfo')).result.keys).toEqual([]);
    expect((await callSync('setStorageSync', 1, 1)).result).toBe(
      'setStorageSync:fail parameter error: parameter.key should be String instead of Number;',
    );
  });
});

describe('dialogs', () => {
  it('shows a toast for its time and refuses one without a title', async () => {
    expect((await call('showToast', { title: 'Saved', duration: 3000 })).outcome).toBe('success');
    await app.see('Saved');
    await app.seeNot('Saved');
    expect((await call('showToast')).result.errMsg).toBe(
      'showToast:fail parameter error: parameter.title should be String instead of Undefined;',
    );
  });

  it('shows loading until it is hidden', async () => {
    await call('showLoading', { title: 'Waiting' });
    await app.see('Waiting');
    await call('hideLoading');
    await app.seeNot('Waiting');
  });

  it('answers a modal by the button that was tapped', async () => {
    const first = await send({ api: 'showModal', options: { title: 'Sure?', confirmText: 'Yes' } });
    await app.tap('Yes');
    expect((await answerOf(first)).result).toMatchObject({ confirm: true, cancel: false });
    const second = await send({ api: 'showModal', options: { content: 'Really?' } });
    await app.tap('取消');
    expect((await answerOf(second)).result).toMatchObject({ confirm: false, cancel: true });
    expect((await call('showModal', { title: 'x', confirmText: '五个字太长' })).outcome).toBe('fail');
  });

  it('answers an action sheet by its line, fails when it is cancelled or too long', async () => {
    const first = await send({ api: 'showActionSheet', options: { itemList: ['Camera', 'Album'] } });
    await app.tap('Album');
    expect((await answerOf(first)).result.tapIndex).toBe(1);
    const second = await send({ api: 'showActionSheet', options: { itemList: ['Camera'] } });
    await app.tap('取消');
    expect((await answerOf(second)).result.errMsg).toBe('showActionSheet:fail cancel');
    expect((await call('showActionSheet', { itemList: ['1', '2', '3', '4', '5', '6', '7'] })).outcome).toBe(
      'fail',
    );
  });
});

describe('navigation', () => {
  it.each([
    ['navigateTo', { url: '/pages/none' }, 'navigateTo:fail page "pages/none" is not found'],
    ['navigateTo', { url: '/pages/home' }, 'navigateTo:fail can not navigateTo a tabbar page'],
    ['redirectTo', { url: '/pages/second' }, 'redirectTo:fail can not redirectTo a tabbar page'],
    ['switchTab', { url: '/sub/pages/detail' }, 'switchTab:fail can not switch to no-tabBar page'],
    ['navigateBack', {}, 'navigateBack:fail cannot navigate back at first page.'],
    ['reLaunch', {}, 'reLaunch:fail parameter error: parameter.url should be String instead of Undefined;'],
  ])('%s %j fails as documented', async (api, options, errMsg) => {
    expect((await call(api, options)).result.errMsg).toBe(errMsg);
  });

  it('stacks ten pages and refuses the eleventh', async () => {
    const ready = (): number =>
      app.report().lifeCycle.filter((entry) => entry === 'ready pages/bench').length;
    const first = ready();
    for (let depth = 1; depth < 10; depth++) {
      const before = await app.topFrame();
      await send({ api: 'navigateTo', options: { url: `/pages/bench?depth=${depth}` } });
      // Ready and shown: the next call is typed into the page on top.
      await eventually(
        () => `page ${depth} did not open`,
        async () => (ready() === first + depth && (await app.topFrame()) !== before ? true : undefined),
      );
    }
    expect((await call('navigateTo', { url: '/pages/bench?depth=10' })).result.errMsg).toBe(
      'navigateTo:fail webview count limit exceed',
    );
    await send({ api: 'navigateBack', options: { delta: 20 } });
    await eventually(
      () => `pages left open: ${app.report().lifeCycle.join()}`,
      async () =>
        app.report().lifeCycle.filter((entry) => entry === 'unload pages/bench').length === 9
          ? true
          : undefined,
    );
  }, 40_000);

  it('titles the page', async () => {
    expect((await call('setNavigationBarTitle', { title: 'New title' })).outcome).toBe('success');
    await app.see('New title');
    expect((await call('setNavigationBarTitle')).outcome).toBe('fail');
  });
});

describe('built-in components', () => {
  it('toggles a switch, slides a slider, turns a swiper', async () => {
    await app.tap('toggle');
    await app.see('toggle:change:true');
    await app.swipe('left', 'slides');
    await app.see('swiper:change:1');
    await app.see('second slide');
    await app.seeNot('first slide');
    await app.tap('volume');
    await app.see('slider:change:5');
  });

  it('tells where a scroll view stands and when its end is near', async () => {
    await (await app.topFrame()).locator('#scroll').evaluate((element) => element.scrollTo(0, 300));
    await app.see('scroll:scrolltolower');
  });

  it('picks from a list and a date', async () => {
    await app.tap('choose a fruit');
    await app.tap('pear');
    await app.tap('确定');
    await app.see('fruit:change:1');
    await app.tap('choose a day');
    await app.tap('25');
    await app.tap('确定');
    await app.see('day:change:"2026-11-25"');
  });

  it('submits a form with the fields by name, no longer than allowed', async () => {
    await app.type('field', 'abcdef');
    await app.tap('Submit');
    await app.see('form:submit:{"field":"abc"}');
  });

  it('draws only trusted rich text', async () => {
    await app.see('words');
    await app.seeNot('gone');
  });

  it('loads pictures of the package and refuses other hosts', async () => {
    await app.see('image:load');
    await app.see('lost:error');
    expect(app.problems()).toContainEqual(
      'console.error: view: failed to load https://elsewhere.example/x.png: not in domain list',
    );
    app.forgive(/elsewhere\.example/);
  });
});

describe('the rest of the platform', () => {
  it('tells of the phone', async () => {
    expect((await callSync('getSystemInfoSync')).result).toMatchObject({
      platform: 'android',
      windowWidth: 375,
      pixelRatio: 2,
    });
    expect(Object.keys((await callSync('getWindowInfo')).result)).toContain('safeArea');
    expect((await callSync('getMenuButtonBoundingClientRect')).result).toMatchObject({
      width: 87,
      right: 365,
    });
    expect((await callSync('getAccountInfoSync')).result).toMatchObject({
      miniProgram: { envVersion: 'release' },
    });
  });

  it('knows a session only after log-in', async () => {
    expect((await call('checkSession')).outcome).toBe('fail');
    expect((await call('login')).result.code).toBe('code-1');
    expect((await call('checkSession')).outcome).toBe('success');
  });

  it('asks for permissions that a test refuses and grants', async () => {
    app.setPermission('scope.writePhotosAlbum', false);
    expect((await call('authorize', { scope: 'scope.writePhotosAlbum' })).result).toMatchObject({
      errMsg: 'authorize:fail auth deny',
      errno: 103,
    });
    app.setPermission('scope.writePhotosAlbum', true);
    expect((await call('authorize', { scope: 'scope.writePhotosAlbum' })).outcome).toBe('success');
    expect((await call('getSetting')).result.authSetting).toEqual({ 'scope.writePhotosAlbum': true });
  });

  it('gives a promise when no callback is handed in', async () => {
    const resolved = await answerOf(await send({ api: 'getNetworkType', options: {}, promised: true }));
    expect(resolved).toMatchObject({ outcome: 'resolved', result: { networkType: 'wifi' } });
    const rejected = await answerOf(
      await send({ api: 'getStorage', options: { key: 'none' }, promised: true }),
    );
    expect(rejected).toMatchObject({
      outcome: 'rejected',
      result: { errMsg: 'getStorage:fail data not found' },
    });
  });

  it('says what it can do', async () => {
    expect((await callSync('canIUse', 'chooseMedia')).result).toBe(true);
    expect((await callSync('canIUse', 'scanCode')).result).toBe(false);
  });

  it('names what a query cannot give', async () => {
    await bench.run('context');
    expect(app.problems().join('\n')).toContain('wx.createSelectorQuery().context is not implemented');
    app.forgive(/is not implemented/);
  });

  it('fails the test by name for a call that it does not carry out', async () => {
    expect((await call('scanCode')).result.errMsg).toBe('scanCode:fail is not implemented by this runtime');
    await expect(app.see('choose a fruit')).rejects.toThrow('wx.scanCode is not implemented by this runtime');
    app.forgive(/scanCode/);
  });

  it('leaves no problem behind', () => {
    expect(app.problems()).toEqual([]);
  });
});
