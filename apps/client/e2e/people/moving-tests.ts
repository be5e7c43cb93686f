import { eventually } from '@wuhao/weapp-runtime';
import type { Page, Route } from 'playwright-core';
import type { House } from './house';

const SCRIPTS = '**/js/*.js';
/** Later than anything that a page does of itself. */
const LATE_MS = 400;
/** A tap that comes sooner is taken for the one before (shared/routes.ts). */
const SAME_WISH_MS = 700;

const shownPages = (page: Page) => page.locator('.taro_page:visible');

/** One page is on the screen: that of the address, with this on it. */
async function expectPage(page: Page, address: string, text: string): Promise<void> {
  let last = '';
  await eventually(
    () => `not "${text}" at ${address}, but ${last}`,
    async () => {
      const texts = await shownPages(page).allInnerTexts();
      last = `${page.url()}: ${JSON.stringify(texts)}`;
      return page.url().includes(address) && texts.length === 1 && texts[0]?.includes(text)
        ? true
        : undefined;
    },
  );
}

const firstMistake = (page: Page) => shownPages(page).getByText(/=$/).first();

/** Ways of a finger that is faster than the page, and of code that is slower than the finger. */
export function movingTests(house: () => House): void {
  let page: Page;
  beforeEach(async () => {
    page = await house().tab('student', 'moving');
    await page.goto('/mistakes');
    await firstMistake(page).waitFor();
  });
  afterEach(() => page.close());

  it('shows the page again to someone who goes back in the same moment', async () => {
    await firstMistake(page).evaluate((row: HTMLElement) => {
      row.click();
      history.back();
    });
    await page.waitForTimeout(LATE_MS);
    await expectPage(page, '/mistakes', '一共');
    expect(await page.locator('.taro_page').count()).toBe(1);
  });

  it('shows the page again when the timers of the browser are late', async () => {
    await page.evaluate((late) => {
      const { setTimeout: inTime } = window;
      window.setTimeout = ((act: () => void, ms = 0) => inTime(act, ms + late)) as typeof setTimeout;
    }, LATE_MS);
    for (let round = 0; round < 2; round++) {
      await firstMistake(page).click();
      await shownPages(page).getByText('当时写的').waitFor();
      await page.goBack();
      await page.waitForTimeout(3 * LATE_MS);
      await expectPage(page, '/mistakes', '一共');
    }
  });

  it('does not open a page whose code comes after one has gone back', async () => {
    const held: Route[] = [];
    await page.route(SCRIPTS, (route) => void held.push(route));
    await firstMistake(page).click();
    await page.waitForURL('**/pages/mistakes/detail**');
    await page.goBack();
    await Promise.all(held.map((route) => route.continue()));
    await page.waitForTimeout(LATE_MS);
    expect(held.length).toBeGreaterThan(0);
    await expectPage(page, '/mistakes', '一共');
  });

  it('stays where it is, and says so, when the code of a page cannot come', async () => {
    await page.route('**/*', (route) => route.abort());
    await firstMistake(page).click();
    await shownPages(page).getByText('这一页还打不开').waitFor();
    await expectPage(page, '/mistakes', '一共');
    await shownPages(page).getByRole('button', { name: '我的' }).click();
    await shownPages(page).getByText('这一页还打不开').waitFor();
    await page.unroute('**/*');
    await expectPage(page, '/mistakes', '一共');
    await page.waitForTimeout(SAME_WISH_MS);
    await firstMistake(page).click();
    await expectPage(page, '/pages/mistakes/detail', '当时写的');
  });

  it('opens the page of a new release when that of the old one is gone', async () => {
    let isNew = false;
    let refused = 0;
    await page.route('**/*', async (route) => {
      const type = route.request().resourceType();
      isNew ||= type === 'document';
      if (isNew || type !== 'script') return route.continue();
      refused += 1;
      return route.fulfill({ status: 404 });
    });
    await firstMistake(page).click();
    await expectPage(page, '/pages/mistakes/detail', '当时写的');
    expect(refused).toBeGreaterThan(0);
  });
}
