// What a photo may lose before it is uploaded, and from when on a bad photo costs verdicts.
// Usage: node tools/bench/photos.mjs compression|hints [DIR…]   (default: samples; each sheet-N.jpg with its sheet-N.json)
// Each sheet is changed, stored as the server stores it (libs/storage: 2400 px, quality 85) and graded.
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import sharp from 'sharp';
import { compiledLibs } from '../compiled-libs.mjs';

const SERVER = { side: 2400, quality: 0.85 };
const JUDGED = ['correct', 'wrong'];
const [what = 'compression', ...given] = process.argv.slice(2);
const folders = given.length > 0 ? given : ['samples'];
const require = createRequire(import.meta.url);
const libs = await compiledLibs(['page-reader', 'arithmetic']);
const { PageReader } = require(path.join(libs, 'page-reader/src/index.js'));

const shrink =
  ({ side, quality }) =>
  (bytes) =>
    sharp(bytes)
      .resize(side, side, { fit: 'inside', withoutEnlargement: true })
      .jpeg({ quality: quality * 100 })
      .toBuffer();
const blur = (sigma) => async (bytes) => {
  const { height } = await sharp(bytes).metadata();
  return sharp(bytes).blur((sigma * height) / 2400).jpeg().toBuffer(); // prettier-ignore
};
const tilt = (degrees) => (bytes) =>
  sharp(bytes).rotate(degrees, { background: '#5c5c5c' }).jpeg().toBuffer();
/** Less light: what the sensor then sees is noise as much as paper. */
const darken = (light) => async (bytes) => {
  const { width, height } = await sharp(bytes).metadata();
  const noise = { type: 'gaussian', mean: 128, sigma: 7 };
  const grain = await sharp({ create: { width, height, channels: 3, background: '#808080', noise } })
    .raw()
    .toBuffer();
  const { data } = await sharp(bytes).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  for (let i = 0; i < data.length; i++)
    data[i] = Math.max(0, Math.min(255, data[i] * light + grain[i] - 128));
  return sharp(data, { raw: { width, height, channels: 3 } })
    .jpeg()
    .toBuffer();
};

const CHANGES = {
  compression: {
    'as it is': (bytes) => bytes,
    ...Object.fromEntries(
      [
        [2400, 0.9],
        [2400, 0.8],
        [2400, 0.7],
        [2400, 0.6],
        [2000, 0.8],
        [1600, 0.8],
      ].map(([side, quality]) => [`${side} px, ${quality}`, shrink({ side, quality })]),
    ),
  },
  hints: {
    'as it is': (bytes) => bytes,
    ...Object.fromEntries([1.5, 2.5, 3.5, 5, 7].map((sigma) => [`blur ${sigma} px`, blur(sigma)])),
    ...Object.fromEntries([0.5, 0.3, 0.2, 0.12].map((light) => [`light × ${light}`, darken(light)])),
    ...Object.fromEntries([5, 8, 12, 18, 25].map((degrees) => [`tilt ${degrees}°`, tilt(degrees)])),
  },
};

const sheets = folders.flatMap((folder) =>
  readdirSync(folder)
    .filter((file) => /^sheet-\d+\.jpg$/.test(file))
    .map((file) => path.join(folder, file)),
);
const reader = new PageReader({ timeoutMs: 300_000, memoryLimitMb: 4000 });
const usual = new Map();
for (const [name, change] of Object.entries(CHANGES[what])) {
  const sum = { items: 0, judged: 0, changed: 0, turned: 0, problems: 0 };
  const sizes = [];
  for (const sheet of sheets) {
    const sent = await change(readFileSync(sheet));
    sizes.push(sent.length);
    const { items, problem } = await reader.read(await shrink(SERVER)(sent));
    const verdicts = items.map(({ question, verdict }) => `${question} ${verdict}`);
    if (!usual.has(sheet)) usual.set(sheet, verdicts);
    sum.items += usual.get(sheet).length;
    sum.judged += items.filter(({ verdict }) => JUDGED.includes(verdict)).length;
    sum.changed += missing(usual.get(sheet), verdicts);
    sum.turned += turnedRound(usual.get(sheet), verdicts);
    if (problem) sum.problems++;
  }
  sizes.sort((a, b) => a - b);
  const kb = (share) => Math.round(sizes[Math.floor(share * (sizes.length - 1))] / 1024);
  console.log(
    `${name.padEnd(14)} median ${kb(0.5)} KB, largest ${kb(1)} KB; judged ${sum.judged}/${sum.items}; ` +
      `verdicts not the same ${sum.changed}, right↔wrong ${sum.turned}; pages refused ${sum.problems}/${sheets.length}`,
  );
}
await reader.close();

/** How many of `before` have no equal in `after`. */
function missing(before, after) {
  const left = [...after];
  return before.filter((one) => {
    const at = left.indexOf(one);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  }).length;
}

function turnedRound(before, after) {
  const opposite = (one) =>
    one.endsWith(' correct')
      ? one.replace(/correct$/, 'wrong')
      : one.endsWith(' wrong')
        ? one.replace(/wrong$/, 'correct')
        : '';
  return before.filter((one) => !after.includes(one) && after.includes(opposite(one))).length;
}
