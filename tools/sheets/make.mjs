// Makes sheets of 口算 with the truth beside each, for samples and for tuning.
// Usage: node tools/sheets/make.mjs --out DIR [--count 10] [--seed 1] [--print "Family,…"] [--hand "Family,…"]
//        [--years low|middle|high] [--level clean|mild|strong] [--numbering none|bracket|dot|circle] [--columns N]
//        [--blank bracket|box] [--stacked true|false] [--wrong 0.25]
// Families are fonts of this machine; `--hand same` answers in the printed one.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { GlobalFonts } from '@napi-rs/canvas';
import { drawPage } from './draw.mjs';
import { photograph } from './photograph.mjs';
import { KINDS_OF_YEARS, makeItem } from './questions.mjs';
import { Chance } from './random.mjs';

const NAMES = ['out', 'count', 'seed', 'print', 'hand', 'years', 'level', 'numbering', 'columns', 'blank', 'stacked', 'wrong']; // prettier-ignore
const { values } = parseArgs({
  options: Object.fromEntries(NAMES.map((name) => [name, { type: 'string' }])),
});
const count = Number(values.count ?? 10);
const list = (text, fallback) => (text ?? fallback).split(',').map((name) => name.trim());
const prints = list(values.print, 'Noto Sans CJK JP');
const hands = list(values.hand, 'same');
for (const family of [...prints, ...hands])
  if (family !== 'same' && !GlobalFonts.has(family)) throw new Error(`This machine has no font "${family}"`);

mkdirSync(values.out, { recursive: true });
for (let n = 1; n <= count; n++) {
  const chance = new Chance(Number(values.seed ?? 1) * 1000 + n);
  const style = styleOf(chance, n);
  const kinds = KINDS_OF_YEARS[values.years ?? chance.pick(Object.keys(KINDS_OF_YEARS))];
  const wrongShare = Number(values.wrong ?? 0.25);
  const items = Array.from({ length: style.columns * style.rows }, () =>
    makeItem(chance, chance.pick(kinds), wrongShare, 0.04),
  );
  const { canvas, boxes } = drawPage(chance, items, style);
  const level = values.level ?? chance.pick(['clean', 'mild', 'mild', 'strong']);
  const shot = await photograph(chance, canvas, level, chance.whole(1250, 2000));
  const image = `sheet-${String(n).padStart(3, '0')}.jpg`;
  const truth = items.map(({ kind, question, answer, text, expected, verdict }, i) => ({
    id: i + 1,
    ...{ kind, question, answer, text, expected, verdict },
    stacked: boxes[i].isStacked,
    cropped: false,
    box: boxOf(boxes[i], shot),
  }));
  const sheet = {
    image,
    width: shot.width,
    height: shot.height,
    style: style.print === style.hand ? 'printed' : 'handwriting-font',
    level,
    printFont: style.print,
    answerFont: style.hand,
    items: truth,
  };
  writeFileSync(path.join(values.out, image), shot.jpeg);
  writeFileSync(path.join(values.out, image.replace('.jpg', '.json')), `${JSON.stringify(sheet, null, 1)}\n`);
}

function styleOf(chance, n) {
  const print = prints[n % prints.length];
  const hand = hands[n % hands.length] === 'same' ? print : hands[n % hands.length];
  const columns = Number(values.columns ?? chance.whole(2, 4));
  return {
    print,
    hand,
    columns,
    rows: chance.whole(9, columns === 4 ? 13 : 15),
    numbering: values.numbering ?? chance.pick(['none', 'bracket', 'dot', 'circle']),
    blank: values.blank ?? chance.pick(['bracket', 'bracket', 'box']),
    isStacked: values.stacked ? values.stacked === 'true' : chance.happens(0.25),
    pen: {
      ink: chance.pick(['#223', '#333', '#1a2a6c', '#555', '#222']),
      scale: print === hand ? 1 : chance.between(1, 1.25),
      unrest: print === hand ? 0 : chance.between(0.6, 1.5),
    },
  };
}

function boxOf({ left, right, top, bottom }, { width, height, toPicture }) {
  const corners = [[left, top], [right, top], [right, bottom], [left, bottom]].map(([x, y]) => toPicture(x, y)); // prettier-ignore
  const [xs, ys] = [0, 1].map((axis) => corners.map((corner) => corner[axis]));
  const x = Math.max(0, Math.round(Math.min(...xs)));
  const y = Math.max(0, Math.round(Math.min(...ys)));
  return {
    x,
    y,
    w: Math.min(width, Math.round(Math.max(...xs))) - x,
    h: Math.min(height, Math.round(Math.max(...ys))) - y,
  };
}
