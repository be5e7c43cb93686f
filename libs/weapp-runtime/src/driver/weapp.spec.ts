import path from 'node:path';
import { type WeappDriver, launch } from './weapp';

const dist = path.join(import.meta.dirname, '../../fixtures/mini');
let app: WeappDriver;

beforeAll(async () => {
  app = await launch({ dist });
}, 30_000);
afterAll(() => app?.close());

describe('a compiled mini-program', () => {
  it('draws its first page, deep trees and the app’s styles', async () => {
    await app.see('Hello from the fixture');
    await app.see('deep below');
    await app.see('load show ready');
    const colour = await app.read('.title', 'color');
    expect(colour).toBe('rgb(31, 111, 92)');
    expect(await app.read('.title', 'font-size')).toBe('20px');
  });

  it('hears typing and taps, also below the depth where a component takes over', async () => {
    await app.type('Your name', '小明');
    await app.tap('Greet');
    await app.see('Hello 小明');
    await app.tap('Dig');
    await app.see('dug 1');
  });

  it('does not hear a disabled button', async () => {
    await expect(app.tap('Disabled', { timeoutMs: 2_000 })).rejects.toThrow('not enabled');
    const box = await (await app.topFrame()).locator('#off').boundingBox();
    await app.page.touchscreen.tap((box?.x ?? 0) + 20, (box?.y ?? 0) + 10);
    await app.tap('Dig');
    await app.see('dug 2');
    await app.seeNot('a disabled button was heard');
  });

  it('lets a component set its own data', async () => {
    await app.see('inside the wrapper');
    await app.tap('Change the wrapper');
    await app.see('changed by its own setData');
  });

  it('loads a sub-package when its page is opened, gives the query as written, and goes back', async () => {
    expect(app.report().packages).toEqual([]);
    await app.tap('Go to the detail');
    await app.see('Detail 7 %E4%B8%AD of 2');
    expect(app.report().packages).toEqual(['sub']);
    expect(await app.currentPath()).toBe('sub/pages/detail');
    await app.goBack();
    await app.see('dug 2');
    expect(app.report().lifeCycle).toContain('unload sub/pages/detail');
  });

  it('keeps tab pages alive while another is shown', async () => {
    await app.tap('Second tab');
    await app.see('Second page load show ready');
    await app.tap('Home tab');
    await app.see('dug 2');
    expect(app.report().lifeCycle).not.toContain('unload pages/second');
  });

  it('counts what crosses to the view and how large the page became', () => {
    const figures = app.report().pages['pages/home'];
    expect(figures?.setDataCount).toBeGreaterThan(4);
    expect(figures?.setDataBytes).toBeGreaterThan(4 * 500);
    expect(figures?.nodes).toBeGreaterThan(30);
    expect(figures?.depth).toBeGreaterThan(7);
  });

  it('measures what logic and view hold', async () => {
    const { logicHeapBytes, viewHeapBytes, viewNodes } = await app.memory();
    expect(logicHeapBytes).toBeGreaterThan(1e6);
    expect(logicHeapBytes).toBeLessThan(100e6);
    expect(viewHeapBytes).toBeGreaterThan(1e6);
    expect(viewNodes).toBeGreaterThan(30);
  });

  it('holds nothing of pages that were closed', async () => {
    const visit = async (): Promise<void> => {
      await app.tap('Go to the detail');
      await app.see('Detail 7');
      await app.goBack();
      await app.see('dug 2');
    };
    await visit();
    const before = await app.memory();
    for (let time = 0; time < 5; time++) await visit();
    const after = await app.memory();
    expect(after.viewNodes).toBeLessThanOrEqual(before.viewNodes + 2);
    expect((after.logicHeapBytes ?? 0) - (before.logicHeapBytes ?? 0)).toBeLessThan(200_000);
  });

  it('had no problem so far', () => {
    expect(app.problems()).toEqual([]);
  });

  it('says what can be seen when something is missing', async () => {
    await expect(app.see('not there', { timeoutMs: 200 })).rejects.toThrow(
      /"not there".*pages\/home[^]*Greet/,
    );
    await expect(app.tap('no such button', { timeoutMs: 200 })).rejects.toThrow('nothing bears the label');
  });

  it('reports an error, a rejection and a page opened over itself', async () => {
    await app.tap('Break');
    await app.tap('Reject');
    await app.tap('Go twice');
    await app.see('Detail 1');
    await app.goBack();
    await app.goBack();
    await app.see('Greet');
    const problems = app.problems().join('\n');
    expect(problems).toContain('broken on purpose');
    expect(problems).toContain('unhandled rejection: Error: rejected on purpose');
    expect(problems).toContain('sub/pages/detail was opened twice over itself');
    app.forgive(/./);
  });

  it('hides and shows the app', async () => {
    await app.background();
    await app.foreground();
    await app.see('Greet');
    expect(app.report().lifeCycle.slice(-2)).toEqual(['hide pages/home', 'show pages/home']);
  });
});

it('starts on another page and keeps its storage over a restart', async () => {
  const second = await launch({ dist, path: 'sub/pages/detail?id=9&q=x' });
  try {
    await second.see('Detail 9 x of 1');
    await second.restart();
    await second.see('Hello from the fixture');
  } finally {
    await second.close();
  }
}, 30_000);

it('is not held up by an app that never comes back', async () => {
  const hanging = await launch({ dist, path: 'pages/bench' });
  await (await hanging.topFrame()).locator('#call textarea').fill(JSON.stringify({ n: 1, code: 'forever' }));
  await hanging.tap('choose a fruit');
  await hanging.see('pear');
  await hanging.close();
}, 30_000);
