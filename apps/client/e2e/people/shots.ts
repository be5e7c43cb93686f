import { createServer, type Server } from 'node:http';
import { createReadStream, existsSync, statSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { startBrowser } from '@wuhao/weapp-runtime';
import type { Page } from 'playwright-core';
import { gallery } from '../../src/gallery/gallery.zh';
import { cutThings, jumpsOf, setTextSize, smallTargets, violationsOf } from './examine';
import { House } from './house';
import { inTurns } from './in-turns';
import { bringTo, deviceOf, STATES } from './states';

const ROOT = path.resolve(import.meta.dirname, '../../../..');
const OUT = path.join(ROOT, 'tmp/shots');
const GALLERY = path.join(ROOT, 'dist/client/gallery-h5');

const SIZES = [
  { width: 375, height: 812 },
  { width: 320, height: 640 },
  { width: 430, height: 932 },
  { width: 667, height: 375 },
  { width: 1024, height: 768 },
];
const TYPES: Record<string, string> = {
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.html': 'text/html',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.png': 'image/png',
};

type Complain = (name: string, faults: string[]) => void;

/** One moment at every size, and once more in the largest letters. */
async function shoot(page: Page, name: string, complain: Complain): Promise<void> {
  complain(name, [...(await jumpsOf(page)), ...(await violationsOf(page)), ...(await smallTargets(page))]);
  const take = async (file: string) => {
    await page.waitForTimeout(80);
    complain(file, await cutThings(page));
    await page.screenshot({ path: path.join(OUT, `${file}.png`) });
  };
  for (const size of SIZES) {
    await page.setViewportSize(size);
    await take(`${name}-${size.width}`);
  }
  await page.setViewportSize(SIZES[0]!);
  await setTextSize(page, 'largest');
  await take(`${name}-375-largest`);
  await page.setViewportSize(SIZES[1]!);
  complain(`${name}-320-largest`, [...(await cutThings(page)), ...(await smallTargets(page))]);
}

function serveGallery(): Promise<Server> {
  const server = createServer((request, reply) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const file = path.join(GALLERY, path.normalize(pathname));
    const found = existsSync(file) && statSync(file).isFile() ? file : path.join(GALLERY, 'index.html');
    reply.writeHead(200, { 'Content-Type': TYPES[path.extname(found)] ?? 'application/octet-stream' });
    createReadStream(found).pipe(reply);
  });
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));
}

async function shootGallery(part: string, complain: Complain): Promise<void> {
  const [server, browser] = await Promise.all([serveGallery(), startBrowser()]);
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  for (const section of Object.keys(gallery.sections)) {
    const name = `gallery-${section}`;
    if (!name.includes(part)) continue;
    const context = await browser.newContext({
      viewport: SIZES[0],
      deviceScaleFactor: 2,
      reducedMotion: 'reduce',
    });
    const page = await context.newPage();
    await page.addInitScript('window.jumps = 0');
    await page.goto(`${origin}/pages/gallery/index?section=${section}`);
    await page.locator('.sample').first().waitFor();
    await page.waitForTimeout(300);
    // The page scrolls inside of itself; a screen as high as the page shows all of it.
    const height = await page.evaluate(() => document.querySelector('.frame')?.scrollHeight ?? 0);
    complain(name, [...(await violationsOf(page)), ...(await smallTargets(page))]);
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
    await context.close();
  }
  await browser.close();
  server.close();
}

/** Pictures of every state and of the gallery, whose names contain `part`. Gives what is not as it must be. */
export async function takeShots(part: string): Promise<string[]> {
  await mkdir(OUT, { recursive: true });
  const complaints: string[] = [];
  const complain: Complain = (name, faults) => complaints.push(...faults.map((fault) => `${name}: ${fault}`));
  if (existsSync(GALLERY)) await shootGallery(part, complain);
  else complaints.push('the gallery is not built: nx run client:build-gallery');
  const chosen = STATES.filter(({ name }) => name.includes(part));
  if (chosen.length === 0) return complaints;
  const house = await House.open();
  try {
    await inTurns(chosen, async (state) => {
      const page = await house.tab(state.who ?? 'student', deviceOf(state));
      page.on('pageerror', (error) => complain(state.name, [error.message]));
      try {
        await bringTo(page, state, house.ids);
        await shoot(page, state.name, complain);
      } catch (error) {
        complain(state.name, [String(error).split('\n')[0] ?? '']);
      }
      await page.close();
    });
  } finally {
    await house.close();
  }
  return complaints;
}
