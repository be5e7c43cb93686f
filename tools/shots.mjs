// Screenshots of every page of the built H5 client, into tmp/shots: `node tools/shots.mjs [name part]`.
// The API is answered from tools/shots/answers.mjs; this is for looking, not for testing. It also prints what axe finds.
import { mkdir, readdir, readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { families, ids, sheet } from './shots/answers.mjs';

const dist = path.resolve('dist/client/h5');
const out = path.resolve('tmp/shots');
const only = process.argv[2] ?? '';
const SIZES = [
  { width: 320, height: 640 },
  { width: 375, height: 812 },
  { width: 812, height: 375 },
  { width: 1024, height: 768 },
];
const TYPES = { '.js': 'text/javascript', '.css': 'text/css', '.html': 'text/html', '.png': 'image/png' };
// As strict as the server sends it, so that a page that breaks it shows here first.
const CSP =
  "default-src 'self'; img-src 'self' blob: data:; style-src 'self' 'unsafe-inline'; script-src 'self'";

// Read once: a build that runs meanwhile does not disturb the pictures.
const files = new Map();
for (const entry of await readdir(dist, { recursive: true, withFileTypes: true })) {
  if (!entry.isFile()) continue;
  const file = path.join(entry.parentPath, entry.name);
  files.set(`/${path.relative(dist, file)}`, await readFile(file));
}
const server = createServer((request, reply) => {
  const { pathname } = new URL(request.url, 'http://localhost');
  const type = TYPES[path.extname(pathname)];
  const body = files.get(type ? pathname : '/index.html');
  reply.writeHead(body ? 200 : 404, { 'Content-Type': type ?? 'text/html', 'Content-Security-Policy': CSP });
  reply.end(body);
});
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
const origin = `http://127.0.0.1:${server.address().port}`;

const answer = (family) => async (route) => {
  const url = new URL(route.request().url());
  const at = url.pathname.replace('/api/v1', '');
  if (at.startsWith('/files/')) return route.fulfill({ contentType: 'image/svg+xml', body: sheet() });
  if (family === 'waiting' && !at.startsWith('/auth')) return; // never answered: the skeleton stays
  const json = (families[family] ?? families.student)[`${route.request().method()} ${at}`];
  if (json) return route.fulfill({ json });
  const body = { code: 'INTERNAL', message: 'not in this picture', requestId: 'r-0193a1b2' };
  return route.fulfill({ status: 500, json: body });
};

const tap = (name) => (page) => page.getByRole('button', { name }).first().click();
const photos = async (page) => {
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), tap('相册')(page)]);
  const file = { name: 'a.svg', mimeType: 'image/svg+xml', buffer: Buffer.from(sheet()) };
  await chooser.setFiles([file, file, file]);
};

const PAGES = [
  { name: 'login', at: '/pages/auth/login', family: 'nobody' },
  { name: 'login-problems', at: '/pages/auth/login', family: 'nobody', act: [tap('登录')] },
  { name: 'register', at: '/pages/auth/register', family: 'nobody' },
  { name: 'home', at: '/home' },
  { name: 'home-empty', at: '/home', family: 'newcomer' },
  { name: 'home-error', at: '/home', family: 'broken' },
  { name: 'home-loading', at: '/home', family: 'waiting' },
  { name: 'guardian', at: '/home', family: 'guardian' },
  { name: 'child', at: `/pages/guardian/child?studentId=${ids.child}`, family: 'guardian' },
  { name: 'capture-empty', at: '/pages/homework/capture' },
  { name: 'capture', at: '/pages/homework/capture', act: [photos] },
  { name: 'capture-subject', at: '/pages/homework/capture', act: [tap('学科')] },
  { name: 'progress', at: `/pages/homework/progress?id=${ids.grading}` },
  { name: 'progress-failed', at: `/pages/homework/progress?id=${ids.failed}` },
  { name: 'result', at: `/pages/homework/result?id=${ids.graded}` },
  { name: 'result-all', at: `/pages/homework/result?id=${ids.graded}`, act: [tap('全部 20')] },
  { name: 'result-item', at: `/pages/homework/result?id=${ids.graded}&itemId=${ids.item}` },
  {
    name: 'result-redone',
    at: `/pages/homework/result?id=${ids.graded}&itemId=${ids.item}`,
    act: [(page) => page.getByLabel('新的答案').fill('45'), tap('看看对不对')],
  },
  { name: 'result-loading', at: `/pages/homework/result?id=${ids.graded}`, family: 'waiting' },
  { name: 'homework-list', at: '/pages/homework/list' },
  { name: 'homework-list-empty', at: '/pages/homework/list', family: 'newcomer' },
  { name: 'mistakes', at: '/mistakes' },
  { name: 'mistakes-empty', at: '/mistakes', family: 'newcomer' },
  { name: 'mistakes-loading', at: '/mistakes', family: 'waiting' },
  { name: 'mistake', at: `/pages/mistakes/detail?id=${ids.mistake}` },
  { name: 'mistake-remove', at: `/pages/mistakes/detail?id=${ids.mistake}`, act: [tap('从错题本拿掉')] },
  { name: 'mistake-error', at: `/pages/mistakes/detail?id=${ids.graded}` },
  { name: 'add-mistake', at: '/pages/mistakes/add' },
  { name: 'review', at: '/pages/review/session' },
  { name: 'review-rate', at: '/pages/review/session', act: [tap('想好了')] },
  {
    name: 'review-done',
    at: '/pages/review/session',
    act: [1, 2, 3, 4].flatMap(() => [tap('想好了'), tap('想起来了')]),
  },
  { name: 'review-empty', at: '/pages/review/session', family: 'newcomer' },
  { name: 'me', at: '/me' },
  { name: 'profile', at: '/pages/account/profile' },
];

const axe = await readFile('node_modules/axe-core/axe.min.js', 'utf8');
await mkdir(out, { recursive: true });
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
const complaints = [];
const take = async ({ name, at, family = 'student', act = [], viewport }) => {
  const context = await browser.newContext({ viewport, deviceScaleFactor: 2, locale: 'zh-CN' });
  if (family !== 'nobody') await context.addInitScript(() => localStorage.setItem('wuhao.signedIn', '1'));
  const page = await context.newPage();
  const complain = (text) => complaints.push(`${name} ${viewport.width}: ${text.slice(0, 200)}`);
  page.on('pageerror', (error) => complain(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' && !/status of (4|5)/.test(message.text())) complain(message.text());
  });
  await page.route('**/api/v1/**', answer(family));
  await page.goto(origin + at);
  await page.waitForTimeout(family === 'broken' || name.includes('error') ? 600 : 400);
  try {
    for (const step of act) {
      await step(page);
      await page.waitForTimeout(150);
    }
  } catch (error) {
    complain(error.message.split('\n')[0]);
  }
  await page.waitForTimeout(250);
  const tooWide = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
  if (tooWide) complain('wider than the screen');
  const { violations } = await page.evaluate(`${axe}; axe.run(document, { resultTypes: ['violations'] })`);
  for (const { id, nodes } of violations) complain(`axe ${id}: ${nodes[0].html.slice(0, 120)}`);
  await page.screenshot({ path: path.join(out, `${name}-${viewport.width}.png`) });
  await context.close();
};
const waiting = SIZES.flatMap((viewport) =>
  PAGES.filter((page) => page.name.includes(only)).map((page) => ({ ...page, viewport })),
);
// Most of a picture's time is waiting for the page to settle.
const takeInTurn = async () => {
  for (let next = waiting.shift(); next; next = waiting.shift()) await take(next);
};
await Promise.all([takeInTurn(), takeInTurn(), takeInTurn()]);
await browser.close();
server.close();
process.stdout.write(complaints.length ? `${complaints.join('\n')}\n` : 'nothing to complain about\n');
