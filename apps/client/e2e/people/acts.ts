import { readFileSync } from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';
import type { Page } from 'playwright-core';

// What a person does to bring a page into a state.

const SHEET = path.resolve(import.meta.dirname, '../../../../samples/sheet-1.jpg');

export const tap = (name: string | RegExp) => (page: Page) =>
  page.getByRole('button', { name }).first().click();
/** Photos from the album, the second out of focus; the hint on it says that all have been looked at so far. */
export const albums =
  (count = 3) =>
  async (page: Page) => {
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), tap('相册')(page)]);
    const sheet = { name: 'sheet.jpg', mimeType: 'image/jpeg', buffer: readFileSync(SHEET) };
    const blurred = { ...sheet, buffer: await sharp(SHEET).blur(6).jpeg().toBuffer() };
    await chooser.setFiles(Array.from({ length: count }, (_, n) => (n === 1 ? blurred : sheet)));
    await page.getByRole('button', { name: '第 2 张照片，有点糊' }).waitFor();
  };
/** A browser that keeps the site from the camera, and a person who comes back without a photo. */
export const refusedCamera = async (page: Page) => {
  await page.evaluate(() => {
    navigator.permissions.query = () => Promise.resolve({ state: 'denied' } as PermissionStatus);
  });
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), tap('拍一张')(page)]);
  await chooser.element().dispatchEvent('cancel', { bubbles: true });
  await page.getByText('相机还没有打开').waitFor();
};
/** The app is ended with photos that are not handed in. */
export const keepDraft = async (page: Page) => {
  await page.waitForFunction(() =>
    Object.keys(localStorage).some(
      (name) => name.endsWith('.draft') && localStorage[name].includes('blurred'),
    ),
  );
};
export const startAgain = async (page: Page) => {
  await page.reload();
  await page.getByText('上次没交的照片还在这里').waitFor();
};
/** The device takes its time to find the photos, or to open one. */
export const searchForever = async (page: Page) => {
  await page.addInitScript(() => {
    IDBFactory.prototype.open = () => ({}) as IDBOpenDBRequest;
  });
  await page.reload();
  await page.getByLabel('正在打开').waitFor();
};
export const openForever = async (page: Page) => {
  await page.route('**/never', () => undefined);
  await page.evaluate(() => (URL.createObjectURL = () => '/never'));
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), tap('相册')(page)]);
  await chooser.setFiles(SHEET);
  await page.getByText('正在打开照片').waitFor();
};
export const addPhoto = async (page: Page) => {
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), tap('相册')(page)]);
  await chooser.setFiles(SHEET);
  await page.getByAltText('题目的照片').waitFor();
};
/** A rating that cannot be sent, and the list of what waits. */
export const rateInVain = async (page: Page) => {
  await tap('想好了')(page);
  await page.route('**/api/v1/**', (route) => route.abort('internetdisconnected'));
  await tap(/想了很久/)(page);
  await tap(/件事等着/)(page);
};
/** A reading is confirmed where nothing can be sent. */
export const confirmInVain = async (page: Page) => {
  await page.route('**/api/v1/**', (route) => route.abort('internetdisconnected'));
  await tap('我看过，就是这样')(page);
  await page.getByText('记下了，连上网就告诉你结果').waitFor();
};
export const openCrop = async (page: Page) => {
  await tap('裁剪第 1 张')(page);
  await page.getByRole('button', { name: '留下的部分' }).waitFor();
};

/** Photos that the device opens only when it is let. */
const holdOpening = (page: Page) =>
  page.evaluate(() => {
    const open = window.createImageBitmap;
    const held = new Promise<void>((resolve) => Object.assign(window, { letOpen: resolve }));
    const openLater = async (source: ImageBitmapSource, options?: ImageBitmapOptions) => {
      await held;
      return open(source, options);
    };
    window.createImageBitmap = openLater as typeof open;
  });
const letOpen = (page: Page) => page.evaluate(() => (window as unknown as { letOpen: () => void }).letOpen());
/** Handed in before anybody has looked at the photos, the second of which is out of focus. */
export const handInAtOnce = async (page: Page) => {
  await holdOpening(page);
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), tap('相册')(page)]);
  const sheet = { name: 'sheet.jpg', mimeType: 'image/jpeg', buffer: readFileSync(SHEET) };
  const blurred = { ...sheet, buffer: await sharp(SHEET).blur(6).jpeg().toBuffer() };
  await chooser.setFiles([sheet, blurred]);
  await tap('交上去批改，2 张')(page);
  await page.getByText('正在整理照片').waitFor();
};
export const beLookedAt = async (page: Page) => {
  await letOpen(page);
  await page.getByText('想就这样交也行').waitFor();
};
export const addBroken = async (page: Page) => {
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), tap('相册')(page)]);
  await chooser.setFiles({ name: 'a.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('no picture') });
  await page.getByText('这张照片在这里打不开').waitFor();
  await page.getByText('这里改不了这张照片').waitFor();
};
export const openCropInVain = async (page: Page) => {
  await page.evaluate(() => {
    window.createImageBitmap = () => Promise.reject(new Error('no memory'));
    HTMLImageElement.prototype.decode = () => Promise.reject(new Error('no memory'));
  });
  await tap('裁剪第 1 张')(page);
  await page.getByText('这里裁不了这张照片').waitFor();
};
/** What becomes of the upload: it never ends, the network is gone, or the server refuses the photo. */
const handInTo = (what: 'never' | 'offline' | 'refused', see: string) => async (page: Page) => {
  await page.route('**/api/v1/files/upload', (route) => {
    if (what === 'offline') return route.abort('internetdisconnected');
    const json = { code: 'PICTURE_UNREADABLE', message: 'refused on purpose', requestId: 'none' };
    return what === 'refused' ? route.fulfill({ status: 422, json }) : undefined;
  });
  await tap(/^交上去批改/)(page);
  await page.getByText(see).first().waitFor();
};
export const upload = handInTo('never', '正在上传');
export const uploadOffline = handInTo('offline', '照片都存好了');
export const uploadRefused = handInTo('refused', '换一张');
/** The page is read, then the server is out of reach. */
export const loseServer = async (page: Page) => {
  await page.route('**/api/v1/**', (route) => route.abort('internetdisconnected'));
  await page.reload();
  await page.getByText('现在连不上，先看上次的内容').waitFor();
};
/** Reads work again and writes do not: who logs out now has something to decide. */
export const logOutWithWork = async (page: Page) => {
  await page.unroute('**/api/v1/**');
  await page.route('**/api/v1/**', (route) =>
    /GET/.test(route.request().method()) || route.request().url().includes('/auth/')
      ? route.continue()
      : route.abort('internetdisconnected'),
  );
  await page.goto('/me');
  await tap('退出登录')(page);
  await page.getByText('先交上再退出').waitFor();
};
/** An answer that is no number is no try: nothing changes on the server. */
export const redo = (see: string) => async (page: Page) => {
  await page.getByLabel('新的答案').fill('abc');
  await tap('看看对不对')(page);
  await page.getByText(see).waitFor();
};
