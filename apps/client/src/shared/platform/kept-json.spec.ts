import { parseKept } from './kept-json';

it.each([
  [null, null],
  ['', null],
  ['{"id":"a","ro', null],
  ['null', null],
  ['{"id":"a"}', { id: 'a' }],
])('makes of %j %j', (text, kept) => {
  expect(parseKept(text)).toEqual(kept);
});
