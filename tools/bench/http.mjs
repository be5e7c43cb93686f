// CPU time per request of the API against the least that can answer (raw-server.mjs), slices of the two alternating.
// Usage: node tools/bench/http.mjs [rounds]
import { fork } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { cpuMicros, drive, median } from './load.mjs';
import { seed } from './seed.mjs';

const require = createRequire(import.meta.url);
const dist = path.resolve('dist/server');
const load = (file) => require(path.join(dist, file));
require('reflect-metadata');

const ROUNDS = Number(process.argv[2] ?? 7);
const SLICE_MS = 1500;
const CONNECTIONS = 8;
const FIRST = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

const folder = mkdtempSync(path.join(tmpdir(), 'wuhao-bench-'));
const { startEmbeddedPostgres, migrate } = load('libs/db/src/index.js');
const postgres = await startEmbeddedPostgres({ dataDir: folder });
const children = [];
try {
  await migrate(postgres.url);
  const environment = {
    PATH: process.env.PATH,
    NODE_ENV: 'production',
    PUBLIC_ORIGINS: 'https://bench.example',
    LOG_LEVEL: 'info',
    PORT: String(20_000 + Math.floor(Math.random() * 20_000)),
    DATABASE_URL: postgres.url,
    DATA_DIR: folder,
    TOKEN_SECRET: randomBytes(32).toString('hex'),
    FILE_URL_SECRET: randomBytes(32).toString('hex'),
  };
  const api = start(path.join(dist, 'apps/server/src/api.main.js'), environment);
  const base = `http://127.0.0.1:${environment.PORT}/api/v1`;
  await ready(`${base}/health/ready`);

  const phone = `139${String(Date.now()).slice(-8)}`;
  const session = await post(`${base}/auth/register`, {
    phone,
    password: randomUUID(),
    role: 'student',
    nickname: '小五',
  });
  const studentId = session.user.id;
  const client = new pg.Client(postgres.url);
  await client.connect();
  const homeworkId = await seed(client, studentId);
  await client.end();

  const headers = { authorization: `Bearer ${session.accessToken}`, 'x-client-type': 'h5' };
  const routes = await Promise.all(
    describeRoutes(studentId, homeworkId).map(async (route) => ({
      ...route,
      answer: await (await fetch(`${base.replace('/api/v1', '')}${route.path}`, { headers })).json(),
    })),
  );
  const raw = start(path.resolve('tools/bench/raw-server.mjs'), environment);
  raw.send(routes);
  const [{ port: rawPort }] = await once(raw, 'message');

  console.log(
    `${'route'.padEnd(14)} ${'api µs'.padStart(8)} ${'raw µs'.padStart(8)}  ratio (median of ${ROUNDS})`,
  );
  for (const route of routes) {
    const measure = async (pid, port) => {
      const before = cpuMicros(pid);
      const answered = await drive({
        port,
        path: route.path,
        headers,
        connections: CONNECTIONS,
        ms: SLICE_MS,
      });
      return (cpuMicros(pid) - before) / answered;
    };
    const both = async () => [
      await measure(api.pid, Number(environment.PORT)),
      await measure(raw.pid, rawPort),
    ];
    await both();
    const slices = [];
    for (let round = 0; round < ROUNDS; round += 1) slices.push(await both());
    const column = (index) =>
      median(slices.map((slice) => slice[index]))
        .toFixed(0)
        .padStart(8);
    const ratio = median(slices.map(([ours, theirs]) => ours / theirs)).toFixed(2);
    console.log(`${route.name.padEnd(14)} ${column(0)} ${column(1)}  ${ratio}`);
  }
} finally {
  for (const child of children) child.kill('SIGKILL');
  await postgres.stop();
  rmSync(folder, { recursive: true, force: true });
}

/** The routes with the statements that each of them runs, by the API's own text. */
function describeRoutes(studentId, homeworkId) {
  const homework = load('libs/homework/src/homework.queries.js');
  const mistakes = load('libs/mistakes/src/mistakes.queries.js');
  const review = load('libs/mistakes/src/review.queries.js');
  const auth = load('libs/auth/src/auth.queries.js');
  const run = ({ statement }, ...values) => ({ ...statement, values });
  const day = [new Date(Date.now() - 12 * 3_600_000), new Date(Date.now() + 12 * 3_600_000)];
  return [
    {
      name: 'homework list',
      path: '/api/v1/homework',
      statements: [run(homework.listHomework, studentId, FIRST, 21)],
    },
    {
      name: 'homework',
      path: `/api/v1/homework/${homeworkId}`,
      statements: [
        run(homework.readHomework, studentId, homeworkId),
        run(homework.readItems, studentId, homeworkId),
      ],
    },
    {
      name: 'mistakes list',
      path: '/api/v1/mistakes',
      statements: [run(mistakes.listMistakes, studentId, FIRST, false, null, null, 21)],
    },
    {
      name: 'today-review',
      path: '/api/v1/mistakes/today-review',
      statements: [run(review.readPlan, studentId, day[0]), run(review.readCards, studentId, ...day, 20)],
    },
    { name: 'me', path: '/api/v1/auth/me', statements: [run(auth.findAccount, studentId)] },
  ];
}

function start(file, env) {
  const child = fork(file, { env, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  children.push(child);
  return child;
}

function once(emitter, event) {
  return new Promise((resolve) => emitter.once(event, (...values) => resolve(values)));
}

async function ready(url) {
  for (let tries = 0; tries < 100; tries += 1) {
    const response = await fetch(url).catch(() => undefined);
    if (response?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error('the API did not get ready');
}

async function post(url, body) {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-client-type': 'miniprogram' },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${url}: ${response.status} ${await response.text()}`);
  return response.json();
}
