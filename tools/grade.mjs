// npm run --silent grade -- [--json] FILE|DIR…: grades pictures of 口算 and prints what it found.
// Exit code 0 when every picture was read, whatever was on it; 2 with one sentence otherwise.
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { compiledLibs } from './compiled-libs.mjs';

const PICTURES = /\.(jpe?g|png|webp)$/i;
const MARKS = { correct: '✓', wrong: '✗', suspect: '?', unreadable: '…', unanswered: '○' };
const PROBLEMS = {
  no_arithmetic: 'no arithmetic found',
  blurred: 'too blurred to read',
  upside_down: 'upside down',
};

const args = process.argv.slice(2);
const asJson = args.includes('--json');
const given = args.filter((arg) => arg !== '--json');
if (given.length === 0) refuse('Say which pictures: npm run --silent grade -- [--json] FILE|DIR…');

const require = createRequire(import.meta.url);
const { PageReader } = require(
  path.join(await compiledLibs(['page-reader', 'arithmetic']), 'page-reader/src/index.js'),
);
const reader = new PageReader();
const readings = {};
for (const file of given.flatMap(listPictures)) {
  const reading = await reader.read(read(file)).catch((error) => refuse(`${file}: ${error.message}`));
  if (reading.problem === 'picture_unreadable') refuse(`${file} is no picture that can be opened.`);
  if (asJson) readings[path.basename(file)] = reading.items.map(toJson);
  else print(file, reading);
}
await reader.close();
if (asJson) console.log(JSON.stringify(readings, null, 1));

function toJson({ box, verdict, text, expected }) {
  return { box, verdict, text, expected };
}

function print(file, { items, problem }) {
  const count = (verdict) => items.filter((item) => item.verdict === verdict).length;
  const judged = count('correct') + count('wrong');
  console.log(
    `\n${file}: ${problem ? PROBLEMS[problem] : `${judged}/${items.length} judged, ${count('correct')} correct`}`,
  );
  for (const { verdict, text, expected, box } of items) {
    const answer = expected !== null && verdict !== 'correct' ? `→ ${expected}` : '';
    const place = `${box.x},${box.y} ${box.w}×${box.h}`;
    console.log(`  ${MARKS[verdict]} ${verdict.padEnd(11)}${text.padEnd(26)}${answer.padEnd(14)}${place}`);
  }
}

function listPictures(given) {
  try {
    if (!statSync(given).isDirectory()) return [given];
    const files = readdirSync(given).filter((file) => PICTURES.test(file));
    return files.sort().map((file) => path.join(given, file));
  } catch {
    refuse(`${given} does not exist.`);
  }
}

function read(file) {
  try {
    return readFileSync(file);
  } catch (error) {
    refuse(`${file} cannot be read: ${error.code}.`);
  }
}

function refuse(sentence) {
  console.error(sentence);
  process.exit(2);
}
