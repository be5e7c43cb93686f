import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Bench, FIXTURE } from '../testing/bench';
import { eventually } from './finder';
import { type WeappDriver, launch } from './weapp';

let app: WeappDriver;
let bench: Bench;

beforeAll(async () => {
  app = await launch({ dist: FIXTURE, path: 'pages/second' });
  bench = new Bench(app);
}, 30_000);
afterAll(() => app?.close());

const bar = () => app.page.locator('#wxr-navigation');
const tab = (index: number) => app.page.locator('#wxr-tabs > button').nth(index);
const styleOf = (part: ReturnType<typeof bar>, property: string): Promise<string> =>
  part.evaluate((element, name) => getComputedStyle(element).getPropertyValue(name), property);
const succeed = async (api: string, options: Record<string, unknown> = {}): Promise<void> =>
  expect((await bench.call(api, options)).outcome).toBe('success');

describe('the tab bar', () => {
  it('bears a number or a dot at one of its tabs', async () => {
    const sign = tab(0).locator('em');
    await succeed('setTabBarBadge', { index: 0, text: '12' });
    expect([await sign.innerText(), await sign.isVisible()]).toEqual(['12', true]);
    await succeed('removeTabBarBadge', { index: 0 });
    expect(await sign.isVisible()).toBe(false);
    await succeed('showTabBarRedDot', { index: 1 });
    expect(await tab(1).locator('em').isVisible()).toBe(true);
    expect(await sign.isVisible()).toBe(false);
    await succeed('hideTabBarRedDot', { index: 1 });
    expect(await tab(1).locator('em').isVisible()).toBe(false);
  });

  it('goes and comes, and leaves its room to the page', async () => {
    const height = async (): Promise<number> => (await app.topFrame()).evaluate(() => window.innerHeight);
    const before = await height();
    await succeed('hideTabBar');
    expect(await tab(0).isVisible()).toBe(false);
    expect(await height()).toBe(before + 50);
    await succeed('showTabBar');
    expect(await tab(0).isVisible()).toBe(true);
    expect(await height()).toBe(before);
  });

  it('takes other colours and another name for a tab', async () => {
    const style = { color: '#112233', selectedColor: '#445566', backgroundColor: '#778899' };
    await succeed('setTabBarStyle', style);
    expect(await styleOf(tab(0), 'color')).toBe('rgb(17, 34, 51)');
    expect(await styleOf(tab(1), 'color')).toBe('rgb(68, 85, 102)');
    expect(await styleOf(app.page.locator('#wxr-tabs'), 'background-color')).toBe('rgb(119, 136, 153)');
    await succeed('setTabBarItem', { index: 0, text: 'First' });
    expect(await tab(0).innerText()).toBe('First');
  });
});

it('colours the bar of one page, and of no other', async () => {
  await succeed('setNavigationBarColor', { frontColor: '#ffffff', backgroundColor: '#102030' });
  expect([await styleOf(bar(), 'color'), await styleOf(bar(), 'background-color')]).toEqual([
    'rgb(255, 255, 255)',
    'rgb(16, 32, 48)',
  ]);
  const isWhite = async (): Promise<true | undefined> =>
    (await styleOf(bar(), 'background-color')) === 'rgb(255, 255, 255)' ? true : undefined;
  await app.tap('First');
  await eventually(() => 'the other page has the colour, too', isWhite);
  await app.tap('Second tab');
  await app.see('Second page');
  expect(await styleOf(bar(), 'background-color')).toBe('rgb(16, 32, 48)');
  app.forgive(/elsewhere\.example/);
  expect(app.problems()).toEqual([]);
});

it('names a tab bar of the app’s own as missing', async () => {
  const dir = mkdtempSync(path.join(os.tmpdir(), 'weapp-tabs-'));
  cpSync(FIXTURE, dir, { recursive: true });
  const file = path.join(dir, 'app.json');
  writeFileSync(file, readFileSync(file, 'utf8').replace('"tabBar": {', '"tabBar": { "custom": true,'));
  const other = await launch({ dist: dir });
  try {
    await expect(other.see('Hello from the fixture')).rejects.toThrow('<custom-tab-bar> is not implemented');
  } finally {
    await other.close();
    rmSync(dir, { recursive: true });
  }
});
