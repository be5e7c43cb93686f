import { FIXTURE } from '../testing/bench';
import { type WeappDriver, launch } from './weapp';

let app: WeappDriver;

beforeAll(async () => {
  app = await launch({ dist: FIXTURE, path: 'rest/pages/feed' });
}, 30_000);
afterAll(() => app?.close());
beforeEach(() => app.open('rest/pages/feed'));

const said = async (): Promise<string> => (await app.topFrame()).locator('#said').innerText();

/** Scrolls to so many pixels above the page's end, and waits until the page knows. */
async function scrollTo(aboveEnd: number): Promise<void> {
  const top = await (
    await app.topFrame()
  ).evaluate((distance) => {
    const { scrollHeight, clientHeight } = document.documentElement;
    window.scrollTo(0, scrollHeight - clientHeight - distance);
    return Math.round(window.scrollY);
  }, aboveEnd);
  await app.see(`scrolled ${top}`);
}

it('tells a page how far it is scrolled, and that its end is near by its own distance', async () => {
  await scrollTo(260);
  await scrollTo(250);
  expect(await said()).not.toContain('bottom');
  await scrollTo(190);
  await app.see('bottom');
});

describe('a page that is pulled down', () => {
  const room = async (): Promise<number> =>
    (await app.topFrame()).evaluate(() => document.body.getBoundingClientRect().top);

  it('refreshes once, until the app ends it', async () => {
    await app.drag('pull here', { y: 200 });
    await app.see('pulled');
    expect(await room()).toBe(50);
    await app.drag('pull here', { y: 200 });
    await app.tap('Stop');
    await app.see('stopped');
    expect(await said()).toBe(' pulled stopped');
    expect(await room()).toBe(0);
    await app.drag('pull here', { y: 200 });
    await app.see('pulled stopped pulled');
  });

  it('is not pulled by a list in it, nor by a short way', async () => {
    await app.drag('inner list', { y: 200 });
    await app.drag('pull here', { y: 30 });
    await app.tap('Start');
    await app.see('pulled');
    await app.tap('Stop');
    await app.see('stopped');
    expect(await said()).toBe(' pulled stopped');
  });
});

it('tells a tab page which tab was tapped', async () => {
  await app.open('pages/home');
  await app.tap('Second tab');
  await app.see('Second page');
  await app.tap('Second tab');
  await app.see('tapped 1 pages/second Second tab');
});

it('had no problem', () => {
  expect(app.problems()).toEqual([]);
});
