import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const files = readdirSync(__dirname, { recursive: true, encoding: 'utf8' }).filter(
  (file) => /\.tsx?$/.test(file) && !/\.spec\.|testing[\\/]/.test(file),
);
const read = (file: string) => readFileSync(path.join(__dirname, file), 'utf8');

it('keeps every Chinese sentence in a file of sentences', () => {
  const elsewhere = files.filter(
    (file) =>
      !file.endsWith('.zh.ts') && /[\u4e00-\u9fff]/.test(read(file).replace(/\/\*[^]*?\*\/|\/\/.*/g, '')),
  );
  expect(elsewhere).toEqual([]);
});

it('never raises its voice', () => {
  const sentences = files.filter((file) => file.endsWith('.zh.ts'));
  expect(sentences.length).toBeGreaterThan(8);
  expect(sentences.filter((file) => /！|[\u4e00-\u9fff]!/.test(read(file)))).toEqual([]);
});
