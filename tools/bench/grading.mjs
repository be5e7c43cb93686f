// How well and at what cost pages are graded, against the truth beside them.
// Usage: node tools/bench/grading.mjs [DIR…]   (default: samples; each sheet-N.jpg with its sheet-N.json)
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { compiledLibs } from '../compiled-libs.mjs';

const JUDGED = ['correct', 'wrong'];
const folders = process.argv.length > 2 ? process.argv.slice(2) : ['samples'];
const require = createRequire(import.meta.url);
const libs = await compiledLibs(['page-reader', 'arithmetic']);
const { PageReader } = require(path.join(libs, 'page-reader/src/index.js'));

const reader = new PageReader({ timeoutMs: 300_000, memoryLimitMb: 4000 });
await reader.read(Buffer.from('starts the process'));
const scores = new Map();
const costs = [];
let strays = 0;
for (const { folder, truth } of folders.flatMap(listTruths)) {
  const before = cpuMs();
  const { items } = await reader.read(readFileSync(path.join(folder, truth.image)));
  costs.push(cpuMs() - before);
  const used = new Set();
  for (const item of truth.items) {
    if (item.cropped) continue;
    const read = items.find((other) => !used.has(other) && covers(other.box, item.box));
    if (read) used.add(read);
    for (const group of ['all', truth.style, `kind ${item.stacked ? 'stacked' : item.kind}`])
      count(group, item, read?.verdict);
  }
  strays += items.filter((item) => !used.has(item) && JUDGED.includes(item.verdict)).length;
}
const peakMb = Number(/VmHWM:\s+(\d+)/.exec(statusOf(reader.pid))[1]) / 1000;
await reader.close();

for (const [group, score] of [...scores].sort(([a], [b]) => a.localeCompare(b))) print(group, score);
costs.sort((a, b) => a - b);
const at = (share) => Math.round(costs[Math.min(costs.length - 1, Math.floor(share * costs.length))]);
console.log(`judged boxes on no item: ${strays}`);
console.log(
  `pages: ${costs.length}; CPU per page: median ${at(0.5)} ms, p95 ${at(0.95)} ms; peak memory ${Math.round(peakMb)} MB`,
);

function listTruths(folder) {
  return readdirSync(folder)
    .filter((file) => /^sheet-\d+\.json$/.test(file))
    .map((file) => ({ folder, truth: JSON.parse(readFileSync(path.join(folder, file), 'utf8')) }));
}

/** The box lies on the item's row, over more than half of it, and is not the box of two. */
function covers(box, item) {
  const middle = box.y + box.h / 2;
  const shared = Math.min(box.x + box.w, item.x + item.w) - Math.max(box.x, item.x);
  return (
    middle >= item.y - 8 && middle <= item.y + item.h + 8 && shared > 0.5 * item.w && box.w < 1.8 * item.w
  );
}

function count(group, item, verdict) {
  const zero = {
    items: 0,
    located: 0,
    judged: 0,
    right: 0,
    saidWrong: 0,
    rightlyWrong: 0,
    wrong: 0,
    flagged: 0,
  };
  const score = scores.get(group) ?? zero;
  scores.set(group, score);
  score.items++;
  if (verdict) score.located++;
  if (item.verdict === 'wrong') {
    score.wrong++;
    if (verdict === 'wrong' || verdict === 'suspect') score.flagged++;
  }
  if (verdict === 'wrong') {
    score.saidWrong++;
    if (item.verdict === 'wrong') score.rightlyWrong++;
  }
  if (!JUDGED.includes(verdict)) return;
  score.judged++;
  if (verdict === item.verdict) score.right++;
}

function print(group, { items, located, judged, right, saidWrong, rightlyWrong, wrong, flagged }) {
  const percent = (part, whole) => (whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)} %`).padStart(8);
  console.log(
    `${group.padEnd(18)}${String(items).padStart(5)} items  located${percent(located, items)}  coverage${percent(judged, items)}` +
      `  precision${percent(right, judged)}  of "wrong"${percent(rightlyWrong, saidWrong)}  wrong ones flagged${percent(flagged, wrong)}`,
  );
}

function statusOf(pid) {
  return readFileSync(`/proc/${pid}/status`, 'utf8');
}

/** User and system time of the reading process; ticks are hundredths of a second on Linux. */
function cpuMs() {
  const fields = readFileSync(`/proc/${reader.pid}/stat`, 'utf8')
    .replace(/^.*\) /s, '')
    .split(' ');
  return (Number(fields[11]) + Number(fields[12])) * 10;
}
