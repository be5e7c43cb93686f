// Memory and time of 20 uploads at once: photos of 8 MB, and files that are no pictures. The memory is the resident set
// of the API and of its picture encoder, read every 10 ms; growth counts from where each line began.
// Usage: node tools/bench/uploads.mjs
import { fork } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import http from 'node:http';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import zlib from 'node:zlib';
import sharp from 'sharp';
import { median } from './load.mjs';

const require = createRequire(import.meta.url);
const dist = path.resolve('dist/server');
require('reflect-metadata');

const AT_ONCE = 20;
const agent = new http.Agent({ keepAlive: true });
const BOUNDARY = 'wuhao-bench-boundary';

const folder = mkdtempSync(path.join(tmpdir(), 'wuhao-uploads-'));
const { startEmbeddedPostgres, migrate } = require(path.join(dist, 'libs/db/src/index.js'));
const postgres = await startEmbeddedPostgres({ dataDir: folder });
const port = 20_000 + Math.floor(Math.random() * 20_000);
let api;
try {
  await migrate(postgres.url);
  const files = await makeFiles();
  api = fork(path.join(dist, 'apps/server/src/api.main.js'), {
    stdio: 'ignore',
    execArgv: [],
    env: {
      PATH: process.env.PATH,
      NODE_ENV: 'production',
      PUBLIC_ORIGINS: 'https://bench.example',
      PORT: String(port),
      DATABASE_URL: postgres.url,
      DATA_DIR: folder,
      TOKEN_SECRET: randomBytes(32).toString('hex'),
      FILE_URL_SECRET: randomBytes(32).toString('hex'),
    },
  });
  await ready();
  await pause(2000);
  const idle = memory();
  console.log(`idle: API ${mb(idle.api)} MB, encoder ${mb(idle.encoder)} MB`);
  console.log(
    '20 at once'.padEnd(30),
    'status',
    'median ms',
    'max ms',
    'API +MB',
    'encoder +MB',
    'together +MB',
  );
  for (const [name, body] of files) {
    const tokens = [await register(), await register()];
    const before = memory();
    const peak = { api: 0, encoder: 0, together: 0 };
    const watch = setInterval(() => {
      const now = memory();
      peak.api = Math.max(peak.api, now.api - before.api);
      peak.encoder = Math.max(peak.encoder, now.encoder - before.encoder);
      peak.together = Math.max(peak.together, now.api + now.encoder - before.api - before.encoder);
    }, 10);
    const answers = await Promise.all(
      Array.from({ length: AT_ONCE }, (_, i) => upload(body, tokens[i % tokens.length])),
    );
    await pause(200);
    clearInterval(watch);
    const times = answers.map(({ ms }) => ms);
    console.log(
      name.padEnd(30),
      [...new Set(answers.map(({ status }) => status))].join('/').padStart(6),
      ...[median(times), Math.max(...times)].map((ms, i) => ms.toFixed(0).padStart([9, 6][i])),
      ...[peak.api, peak.encoder, peak.together].map((kb, i) => mb(kb).padStart([7, 11, 12][i])),
    );
  }
} finally {
  api?.kill('SIGKILL');
  await postgres.stop();
  rmSync(folder, { recursive: true, force: true });
}

async function makeFiles() {
  const small = await photo(0.3);
  const archive = Buffer.concat([small, Buffer.from('PK\x05\x06', 'latin1'), Buffer.alloc(18)]);
  const turned = { orientation: 6 };
  return [
    ['text named .jpg', Buffer.alloc(20_000, 'not a picture ')],
    ['nothing', Buffer.alloc(0)],
    ['30 MB', Buffer.concat([small, Buffer.alloc(30_000_000 - small.length)])],
    ['PNG of 900 Mpx', hugePng()],
    ['SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>')],
    ['JPEG of 8 MB, cut', (await photo(8)).subarray(0, -1000)],
    ['JPEG and archive', archive],
    ['PNG with damaged pixels', damagedPng()],
    ['photo of 8 MB, 12 Mpx', await photo(8)],
    ['the same again', await photo(8)],
    ['the same, to be turned', await photo(8, turned)],
    ['the same, progressive', await photo(8, { progressive: true })],
  ];
}

/** Noise weighs as much as it is made to: 4032 × 3024 pixels of `megabytes`, by the spread of the noise. */
async function photo(megabytes, { orientation, progressive = false } = {}) {
  const size = megabytes < 1 ? { width: 800, height: 600 } : { width: 4032, height: 3024 };
  const noise = { type: 'gaussian', mean: 128, sigma: 30 };
  const { data, info } = await sharp({ create: { ...size, channels: 3, noise, background: '#888' } })
    .raw()
    .toBuffer({ resolveWithObject: true });
  for (let quality = 95; ; quality -= 3) {
    const made = sharp(data, { raw: info }).jpeg({ quality, progressive });
    const bytes = await (orientation ? made.withMetadata({ orientation }) : made).toBuffer();
    if (bytes.length <= megabytes * 1_000_000 || quality < 10) return bytes;
  }
}

function hugePng() {
  const row = 1 + 30_000 / 8;
  return png(30_000, 30_000, zlib.deflateSync(Buffer.alloc(row * 30_000), { level: 9 }));
}

function damagedPng() {
  const pixels = zlib.deflateSync(randomBytes((1 + 250) * 2000));
  return png(2000, 2000, pixels.fill(0xaa, 2000, 2100));
}

function png(width, height, pixels) {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header[8] = 1;
  const chunk = (type, data) => {
    const named = Buffer.concat([Buffer.from(type), data]);
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    sum.writeUInt32BE(zlib.crc32(named));
    return Buffer.concat([length, named, sum]);
  };
  const signature = Buffer.from('89504e470d0a1a0a', 'hex');
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', pixels),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** From the first byte sent to the whole answer. */
function upload(file, token) {
  const field = (name, more) =>
    `--${BOUNDARY}\r\ncontent-disposition: form-data; name="${name}"${more}\r\n\r\n`;
  const head = Buffer.from(`${field('purpose', '')}homework\r\n${field('file', '; filename="photo.jpg"')}`);
  const tail = Buffer.from(`\r\n--${BOUNDARY}--\r\n`);
  const startedAt = performance.now();
  return new Promise((resolve, reject) => {
    const request = http.request({
      ...{ port, method: 'POST', path: '/api/v1/files/upload', agent },
      headers: {
        authorization: `Bearer ${token}`,
        'idempotency-key': randomUUID(),
        'content-type': `multipart/form-data; boundary=${BOUNDARY}`,
        'content-length': head.length + file.length + tail.length,
      },
    });
    let answered = false;
    request.on('error', (error) => answered || reject(error));
    request.on('response', (response) => {
      answered = true;
      response.resume().on('end', () => {
        resolve({ status: response.statusCode, ms: performance.now() - startedAt });
      });
    });
    request.write(head);
    request.write(file);
    request.end(tail);
  });
}

async function register() {
  const response = await fetch(`http://127.0.0.1:${port}/api/v1/auth/register`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-client-type': 'miniprogram' },
    body: JSON.stringify({
      phone: `139${String(Math.floor(Math.random() * 1e8)).padStart(8, '0')}`,
      password: randomUUID(),
      role: 'student',
      nickname: '小五',
    }),
  });
  if (!response.ok) throw new Error(`register: ${response.status} ${await response.text()}`);
  return (await response.json()).accessToken;
}

async function ready() {
  for (let i = 0; i < 300; i += 1) {
    const response = await fetch(`http://127.0.0.1:${port}/api/v1/health/ready`).catch(() => undefined);
    if (response?.ok) return;
    if (api.exitCode !== null) break;
    await pause(100);
  }
  throw new Error('the API does not start');
}

/** Resident kilobytes of the API and of the processes that it started. */
function memory() {
  const of = (pid) => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0);
  const children = readFileSync(`/proc/${api.pid}/task/${api.pid}/children`, 'utf8')
    .trim()
    .split(' ')
    .filter(Boolean);
  return { api: of(api.pid), encoder: children.reduce((sum, pid) => sum + of(pid), 0) };
}

function mb(kilobytes) {
  return (kilobytes / 1024).toFixed(0);
}
