// npm run lighthouse -- [--runs N] [page…]: Lighthouse (mobile, simulated slow 4G, 4 × CPU) on every main page of the
// built H5 app, served by the built product with a demo family. Prints the median of N runs beside goal and floor
// (P14, P15), and what lowered a score. Exit code 1 when a figure is under its floor. Needs a quiet machine.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import lighthouse from 'lighthouse';
import { chromium } from 'playwright-core';
import { loadBundled } from './bundled.mjs';
import { wholeNumber } from './whole-number.mjs';

const { values, positionals } = parseArgs({ allowPositionals: true, options: { runs: { type: 'string' } } });
const runs = wholeNumber('runs', values.runs, 1) ?? 3;

const CPU_SLOWDOWN = 4;
const BLOCKING_MS = 50;
/**
 * TBT as it is where the main thread has a core to itself, ms: of each task from the first script on its CPU time, four
 * times as long, above 50 ms. Lighthouse takes the time on the clock, in which a machine of two cores also draws the
 * page, serves it and keeps the trace.
 */
const blockingCpuMs = ({ traceEvents }) => {
  const first = traceEvents.find(
    ({ name, args }) => name === 'EvaluateScript' && /\/js\//.test(args.data?.url),
  );
  return traceEvents
    .filter(({ name, pid, tid }) => name === 'RunTask' && pid === first.pid && tid === first.tid)
    .filter(({ ts, dur = 0 }) => ts + dur >= first.ts)
    .reduce((sum, { tdur = 0 }) => sum + Math.max(0, (CPU_SLOWDOWN * tdur) / 1000 - BLOCKING_MS), 0);
};

/** Goal and floor; a score may not be lower, the others not higher. */
const FIGURES = {
  performance: { goal: 0.97, floor: 0.9, of: ({ lhr }) => lhr.categories.performance.score },
  accessibility: { goal: 1, floor: 0.95, of: ({ lhr }) => lhr.categories.accessibility.score },
  practices: { goal: 1, floor: 0.95, of: ({ lhr }) => lhr.categories['best-practices'].score },
  'LCP s': {
    goal: 1.5,
    floor: 2.5,
    of: ({ lhr }) => lhr.audits['largest-contentful-paint'].numericValue / 1000,
  },
  'TBT ms': { goal: 80, floor: 200, of: ({ lhr }) => lhr.audits['total-blocking-time'].numericValue },
  'TBT cpu': { goal: 80, floor: 200, of: ({ artifacts }) => blockingCpuMs(artifacts.Trace) },
  CLS: { goal: 0.01, floor: 0.1, of: ({ lhr }) => lhr.audits['cumulative-layout-shift'].numericValue },
};
const isScore = (name) => /^[a-z]/.test(name);
const misses = (name, value, limit) => (isScore(name) ? value < limit : value > limit);
const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];
const show = (name, value) =>
  isScore(name)
    ? String(Math.round(value * 100))
    : value.toFixed({ 'LCP s': 2, 'TBT ms': 0, 'TBT cpu': 0, CLS: 3 }[name]);

const { findBrowser } = await loadBundled('libs/weapp-runtime/src/browser.ts');
const { startServer } = await loadBundled('apps/client/e2e/server.ts');
const { StudentApi } = await loadBundled('apps/client/e2e/journeys/student-api.ts');
const { logInAt } = await loadBundled('apps/client/e2e/people/log-in.ts');
const server = await startServer();
const dirs = [];

/** A browser of its own, signed in as `person` the way the log-in page does it. */
const openBrowser = async (person) => {
  const dir = await mkdtemp(path.join(tmpdir(), 'lighthouse-'));
  dirs.push(dir);
  const port = 20_000 + Math.floor(Math.random() * 20_000);
  const context = await chromium.launchPersistentContext(dir, {
    executablePath: findBrowser(),
    args: ['--no-sandbox', `--remote-debugging-port=${port}`],
    locale: 'zh-CN',
  });
  const page = context.pages()[0] ?? (await context.newPage());
  if (person) await logInAt(page, server.address, person);
  else await page.goto(`${server.address}/icon-192.png`); // the origin, without the app
  return { context, page, port };
};

/** As on the first visit after log-in: the session stays, what the app kept to show sooner goes. */
const forget = (page, isSignedIn) =>
  page.evaluate((signedIn) => {
    localStorage.clear();
    if (signedIn) localStorage.setItem('wuhao.signedIn', '1');
  }, isSignedIn);

const reasonsIn = ({ lhr }) =>
  ['accessibility', 'best-practices'].flatMap((category) =>
    lhr.categories[category].auditRefs
      .map(({ id, weight }) => ({ audit: lhr.audits[id], weight }))
      .filter(({ audit, weight }) => weight > 0 && audit.score !== null && audit.score < 1)
      .map(({ audit }) => audit.id),
  );

const TRIES = 4;
const speeds = [];

/** One load of the page. Now and then Chromium's trace begins too late and holds no beginning of the load: then once more. */
const trace = async (port, at) => {
  for (let tried = 1; ; tried++) {
    const result = await lighthouse(server.address + at, {
      port,
      logLevel: 'error',
      onlyCategories: ['performance', 'accessibility', 'best-practices'],
      clearStorageTypes: ['shader_cache', 'cache_storage', 'indexeddb'],
    });
    const { lhr } = result;
    speeds.push(lhr.environment.benchmarkIndex);
    if (!lhr.runtimeError) return result;
    if (tried === TRIES) throw new Error(`${at}: ${lhr.runtimeError.message}`);
  }
};

const measure = async ({ page, port }, at, isSignedIn) => {
  const results = [];
  for (let run = 0; run < runs; run++) {
    await forget(page, isSignedIn);
    const result = await trace(port, at);
    const { lhr } = result;
    if (new URL(lhr.finalDisplayedUrl).pathname !== new URL(server.address + at).pathname)
      throw new Error(`${at} led to ${lhr.finalDisplayedUrl}`);
    results.push(result);
  }
  const figures = Object.entries(FIGURES).map(([name, { of }]) => [name, median(results.map(of))]);
  return { figures: Object.fromEntries(figures), reasons: [...new Set(results.flatMap(reasonsIn))] };
};

let failed = false;
const row = (cells) =>
  `${cells[0].padEnd(16)}${cells
    .slice(1)
    .map((cell) => cell.padStart(15))
    .join('')}\n`;
const print = (name, { figures, reasons }) => {
  const cells = Object.entries(figures).map(([figure, value]) => {
    const { goal, floor } = FIGURES[figure];
    failed ||= misses(figure, value, floor);
    const mark = misses(figure, value, floor) ? '!!' : misses(figure, value, goal) ? '!' : '';
    return `${mark}${show(figure, value)}`;
  });
  process.stdout.write(row([name, ...cells]));
  if (reasons.length) process.stdout.write(`  lowered by: ${reasons.join(', ')}\n`);
};

try {
  const { student, guardian } = server.demo;
  const api = await StudentApi.logIn(server.address, student);
  const homework = await api.handIn('samples/sheet-1.jpg');
  const [mistake] = await api.listMistakes();
  const parents = await StudentApi.logIn(server.address, guardian);
  const { items } = await parents.get('/user/children', { parse: (json) => json });
  const families = [
    { person: null, pages: { login: '/pages/auth/login', register: '/pages/auth/register' } },
    {
      person: student,
      pages: {
        home: '/home',
        'homework list': '/pages/homework/list',
        capture: '/pages/homework/capture',
        result: `/pages/homework/result?id=${homework.id}`,
        mistakes: '/mistakes',
        mistake: `/pages/mistakes/detail?id=${mistake.id}`,
        review: '/pages/review/session',
        me: '/me',
      },
    },
    {
      person: guardian,
      pages: { guardian: '/home', child: `/pages/guardian/child?studentId=${items[0].id}` },
    },
  ];
  const limits = (which) => Object.entries(FIGURES).map(([name, limit]) => show(name, limit[which]));
  process.stdout.write(`median of ${runs}; ! misses its goal, !! its floor\n`);
  process.stdout.write(row(['page', ...Object.keys(FIGURES)]) + row(['goal', ...limits('goal')]));
  process.stdout.write(row(['floor', ...limits('floor')]));
  for (const { person, pages } of families) {
    const wanted = Object.entries(pages).filter(
      ([name]) => positionals.length === 0 || positionals.includes(name),
    );
    if (wanted.length === 0) continue;
    const browser = await openBrowser(person);
    for (const [name, at] of wanted) print(name, await measure(browser, at, person !== null));
    await browser.context.close();
  }
  // The four-fold slow-down turns a desktop (1500 or more) into a phone; a slower machine is made slower than one.
  process.stdout.write(`speed of this machine by Lighthouse's own measure: ${Math.round(median(speeds))}\n`);
} finally {
  await server.remove();
  await Promise.all(dirs.map((dir) => rm(dir, { recursive: true, force: true })));
}
process.exit(failed ? 1 : 0);
