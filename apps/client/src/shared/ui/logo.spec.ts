import { readFileSync } from 'node:fs';
import path from 'node:path';

const read = (file: string) => readFileSync(path.join(__dirname, '../..', file), 'utf8');
const strokes = [...read('assets/logo.svg').matchAll(/ d="([^"]+)"/g)].map(([, stroke]) => stroke!);

it('has five strokes', () => {
  expect(strokes).toHaveLength(5);
});

it.each([['shared/ui/icons.scss'], ['index.html']])('is the same in %s', (file) => {
  expect(read(file)).toContain(`'${strokes.join('')}'`);
});
