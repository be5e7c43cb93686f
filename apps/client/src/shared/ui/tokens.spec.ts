import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const src = path.join(__dirname, '../..');
const styles = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((file) =>
  file.endsWith('.scss'),
);
const components = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((file) =>
  /\.tsx?$/.test(file),
);
const read = (file: string) => readFileSync(path.join(src, file), 'utf8').replace(/\/\/.*/g, '');
const TOKENS = path.join('shared', 'ui', 'tokens.scss');

it('names every colour in one table, so that a dark variant is another table', () => {
  expect(styles).toContain(TOKENS);
  // The icons' own black is a mask: its colour is never seen.
  const colours = /#[0-9a-f]{3,8}\b|rgba?\(|hsla?\(|:\s*(white|black|red|grey|gray)\b/i;
  const elsewhere = styles.filter(
    (file) => file !== TOKENS && colours.test(read(file).replace(/#\{\$[\w-]+\}|%23000/g, '')),
  );
  expect(elsewhere).toEqual([]);
});

it('uses no name that the table does not have', () => {
  const named = [...read(TOKENS).matchAll(/(--[\w-]+):/g)].map(([, name]) => name);
  // A component gives its own styles a value that it works out.
  const given = components.flatMap((file) =>
    [...read(file).matchAll(/['"`](--[\w-]+)\b/g)].map(([, name]) => name),
  );
  const known = new Set([...named, ...given]);
  const unknown = styles.flatMap((file) =>
    [...read(file).matchAll(/var\((--[\w-]+)\)/g)]
      .map(([, name]) => name!)
      .filter((name) => !known.has(name))
      .map((name) => `${file}: ${name}`),
  );
  expect(unknown).toEqual([]);
});

it('sets every size of letters by the table, so that the text size reaches them', () => {
  const fixed = styles.flatMap((file) =>
    [...read(file).matchAll(/font-size:\s*([^;]+);/g)]
      .map(([, value]) => value!)
      .filter((value) => !/^(var\(--text-\w+\)|inherit|[\d.]+em)$/.test(value))
      .map((value) => `${file}: ${value}`),
  );
  // The question mark is a mark on a photo, drawn in letters.
  expect(fixed.filter((one) => !one.endsWith('marks.scss: 12px'))).toEqual([]);
});
