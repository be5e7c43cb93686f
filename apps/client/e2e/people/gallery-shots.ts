import { createServer, type Server } from 'node:http';
import { createReadStream, existsSync, statSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { launch, startBrowser } from '@wuhao/weapp-runtime';
import type { Browser, Page } from 'playwright-core';
import { gallery } from '../../src/gallery/gallery.zh';
import { photoWords } from '../../src/shared/photo/photo.zh';
import { cutThings, setTextSize, smallTargets, violationsOf } from './examine';
import { type Complain, OUT, ROOT, SIZES } from './shooting';
import { faultsOfControls } from './weapp-controls';

const H5 = path.join(ROOT, 'dist/client/gallery-h5');
const WEAPP = path.join(ROOT, 'dist/client/gallery-weapp');
const SECTIONS = Object.keys(gallery.sections);
/** What lies over the page, and the words that say that it is there. */
const LAYERS = {
  sheet: [gallery.sheet, gallery.sheetTitle],
  confirm: [gallery.confirm, gallery.confirmText],
  busy: [gallery.confirmBusy, gallery.confirmText],
  failed: [gallery.confirmFailed, gallery.confirmText],
  refused: [gallery.refused, photoWords.refusedTitle.camera],
  again: [gallery.stillRefused, photoWords.stillRefused],
  privacy: [gallery.privacy, photoWords.privacyTitle],
  nothing: [gallery.failed, photoWords.failedTitle],
  toast: [gallery.toast, gallery.toastText],
} as const;
/** Until a skeleton breathes and formulas have their fonts. */
const REST_MS = 300;

const TYPES: Record<string, string> = {
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.html': 'text/html',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.png': 'image/png',
};

function serveGallery(): Promise<Server> {
  const server = createServer((request, reply) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const file = path.join(H5, path.normalize(pathname));
    const found = existsSync(file) && statSync(file).isFile() ? file : path.join(H5, 'index.html');
    reply.writeHead(200, { 'Content-Type': TYPES[path.extname(found)] ?? 'application/octet-stream' });
    createReadStream(found).pipe(reply);
  });
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));
}

const addressOf = (section: string) => `/pages/gallery/index?section=${section}`;

async function shootSection(page: Page, name: string, complain: Complain): Promise<void> {
  await page.waitForTimeout(REST_MS);
  complain(name, [...(await violationsOf(page)), ...(await smallTargets(page))]);
  // The page scrolls inside of itself; a screen as high as the page shows all of it.
  const height = await page.evaluate(() => document.querySelector('.frame')?.scrollHeight ?? 0);
  for (const { width } of SIZES) {
    await page.setViewportSize({ width, height: Math.max(height + 300, 600) });
    await page.waitForTimeout(80);
    complain(`${name}-${width}`, await cutThings(page));
    await page.screenshot({ path: path.join(OUT, `${name}-${width}.png`) });
  }
  await page.setViewportSize({ width: 375, height: height + 600 });
  await setTextSize(page, 'largest');
  await page.screenshot({ path: path.join(OUT, `${name}-375-largest.png`) });
  await page.setViewportSize({ width: 320, height: height + 600 });
  complain(`${name}-320-largest`, await cutThings(page));
}

async function shootLayers(page: Page, complain: Complain): Promise<void> {
  for (const [layer, [button, words]] of Object.entries(LAYERS)) {
    await page.setViewportSize(SIZES[0]);
    await page.reload();
    await page.getByRole('button', { name: button, exact: true }).click();
    await page.getByText(words).last().waitFor();
    await page.waitForTimeout(REST_MS);
    const name = `gallery-layers-${layer}`;
    complain(name, [...(await violationsOf(page)), ...(await smallTargets(page))]);
    await page.screenshot({ path: path.join(OUT, `${name}-375.png`) });
  }
}

async function shootH5(browser: Browser, sections: string[], complain: Complain): Promise<void> {
  const server = await serveGallery();
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const context = await browser.newContext({
    viewport: SIZES[0],
    deviceScaleFactor: 2,
    reducedMotion: 'reduce',
  });
  for (const section of sections) {
    const page = await context.newPage();
    page.on('pageerror', (error) => complain(`gallery-${section}`, [error.message]));
    await page.goto(`${origin}${addressOf(section)}`);
    await page.locator('.sample').first().waitFor();
    await shootSection(page, `gallery-${section}`, complain);
    if (section === 'layers') await shootLayers(page, complain);
    await page.close();
  }
  server.close();
}

/** The mini-program's in the harness, on one phone. */
async function shootWeapp(browser: Browser, sections: string[], complain: Complain): Promise<void> {
  const app = await launch({ dist: WEAPP, browser, path: addressOf(sections[0]!) });
  try {
    for (const section of sections) {
      const name = `gallery-${section}-weapp`;
      const words = gallery.sections[section as keyof typeof gallery.sections];
      await app.tap(words);
      const frame = await app.topFrame();
      await frame.locator('.chip.is-current', { hasText: words }).waitFor();
      await app.page.waitForTimeout(REST_MS);
      complain(name, await faultsOfControls(frame));
      await app.screenshot(path.join(OUT, `${name}.png`));
      if (section !== 'layers') continue;
      await app.tap(gallery.sheet);
      await app.see(gallery.sheetTitle);
      await app.screenshot(path.join(OUT, `${name}-sheet.png`));
      await app.tap(gallery.options[0]);
      await app.tap(gallery.confirm);
      await app.see(gallery.confirmText);
      await app.screenshot(path.join(OUT, `${name}-confirm.png`));
      await app.tap(gallery.confirmYes);
      await app.tap(gallery.toast);
      await app.see(gallery.toastText);
      await app.screenshot(path.join(OUT, `${name}-toast.png`));
    }
    complain('gallery-weapp', app.problems());
  } finally {
    await app.close();
  }
}

/** Every group of components whose name contains `part`, on both targets. */
export async function shootGallery(part: string, complain: Complain): Promise<void> {
  const sections = SECTIONS.filter((section) => `gallery-${section}`.includes(part));
  if (sections.length === 0) return;
  if (!existsSync(H5) || !existsSync(WEAPP))
    return complain('gallery', ['it is not built: nx run client:build-gallery']);
  const browser = await startBrowser();
  try {
    await shootH5(browser, sections, complain);
    await shootWeapp(browser, sections, complain);
  } finally {
    await browser.close();
  }
}
