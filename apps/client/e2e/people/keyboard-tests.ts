import { eventually } from '@wuhao/weapp-runtime';
import type { Page } from 'playwright-core';
import type { House } from './house';

/** What has the focus, and its name. */
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const { activeElement: element } = document;
    return `${element?.tagName.toLowerCase()} ${element?.getAttribute('aria-label') ?? element?.textContent ?? ''}`;
  });

async function expectFocus(page: Page, wanted: string | RegExp): Promise<void> {
  let last = '';
  await eventually(
    () => `the focus is on "${last}", not on "${wanted}"`,
    async () => {
      last = await focused(page);
      return (typeof wanted === 'string' ? last === wanted : wanted.test(last)) ? true : undefined;
    },
  );
}

const isFocusInDialog = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.activeElement?.closest('dialog') !== null);

const MANY_TABS = 12;

/** What a finger does on H5, done with keys. */
export function keyboardTests(house: () => House): void {
  let page: Page;
  beforeAll(async () => {
    page = await house().tab('student');
  });
  afterAll(() => page?.close());

  it('moves the focus to the title of a new page, and back to where it was', async () => {
    await page.goto('/home');
    await page.getByRole('button', { name: '全部作业' }).press('Enter');
    await page.waitForURL('**/homework/list');
    await expectFocus(page, 'h1 全部作业');
    await page.locator('.taro_page:visible').last().getByRole('button', { name: '返回' }).press('Enter');
    await page.waitForURL('**/home');
    await expectFocus(page, 'button 全部作业');
  });

  it('goes on with the focus where a part of the page is swapped under it', async () => {
    const { homework } = house().ids;
    await page.goto(`/pages/homework/result?id=${homework.id}`);
    await page.getByRole('region', { name: '题目' }).getByRole('button').first().press('Enter');
    await page.getByRole('region', { name: '这一题' }).waitFor();
    await expectFocus(page, /^h2 /);
    await page.getByRole('button', { name: '全部题目' }).press('Enter');
    await expectFocus(page, /^h2 已判/);
    await page.goto('/pages/review/session');
    await page.getByRole('button', { name: '想好了' }).press('Enter');
    await expectFocus(page, /^h3 /);
  });

  it('keeps the focus in a dialog, and gives it back when Escape closes it', async () => {
    await page.goto('/me');
    const row = page.getByRole('button', { name: /^字的大小/ });
    await row.press('Enter');
    await page.getByRole('dialog').waitFor();
    for (let tab = 0; tab < MANY_TABS; tab++) {
      await page.keyboard.press('Tab');
      // Between its last and its first control the browser's own bar has its turn.
      expect((await isFocusInDialog(page)) || (await focused(page)).startsWith('body')).toBe(true);
    }
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await focused(page)).toMatch(/^button 字的大小/);
  });

  it('shows where the focus is on every control of a page', async () => {
    await page.goto('/mistakes');
    await page.getByText('一共').waitFor();
    const seen = new Set<string>();
    for (let tab = 0; tab < MANY_TABS; tab++) {
      await page.keyboard.press('Tab');
      const at = await focused(page);
      if (at.startsWith('body')) continue;
      seen.add(at);
      const outline = await page.evaluate(() => getComputedStyle(document.activeElement!).outline);
      expect(`${at}: ${outline}`).toMatch(/solid 2px$/);
    }
    expect(seen.size).toBeGreaterThan(4);
  });

  it('brings the photo nearer and moves it', async () => {
    const { homework } = house().ids;
    await page.goto(`/pages/homework/result?id=${homework.id}`);
    const pane = page.getByRole('region', { name: /作业的照片$/ });
    await pane.focus();
    const zoom = () =>
      pane.evaluate(
        (element) => element.firstElementChild!.getBoundingClientRect().width / element.clientWidth,
      );
    const zoomed = (to: number) =>
      eventually(
        () => `the photo is not at ${to}`,
        async () => (Math.abs((await zoom()) - to) < 0.05 ? true : undefined),
      );
    await page.keyboard.press('+');
    await zoomed(1.5);
    await page.keyboard.press('+');
    await zoomed(2.25);
    const before = await pane.evaluate((element) => element.scrollLeft);
    // The browser's own scrolling, which a busy one may let go by once.
    await eventually(
      () => 'the photo does not move',
      async () => {
        await page.keyboard.press('ArrowRight');
        return (await pane.evaluate((element) => element.scrollLeft)) > before ? true : undefined;
      },
    );
    await page.keyboard.press('Escape');
    await zoomed(1);
  });

  // By style alone: no line of script stands between the finger and the answer.
  it('answers a touch at once', async () => {
    await page.goto('/me');
    const button = page.getByRole('button', { name: '退出登录' });
    await button.hover();
    await page.mouse.down();
    const opacity = await button.evaluate((element) => getComputedStyle(element).opacity);
    expect(Number(opacity)).toBeLessThan(1);
    await page.mouse.up();
  });
}
