import { titlesOf } from './test-titles';

it('knows tests alone and in rows', () => {
  const code = `describe('a', () => { it('b', () => {}); it.each([['(x', 1]])('c %s', () => {}); });`;
  expect(titlesOf(code)).toEqual(['b', 'c %s']);
});

it.each([
  ["// it('a', () => {});"],
  ["/* it('a', () => {}); */"],
  ["it.skip('a', () => {});"],
  ["it.todo('a');"],
  ["it.skip.each([[1]])('a', () => {});"],
  ["xit('a', () => {});"],
  ["describe.skip('b', () => { it('a', () => {}); });"],
  ["expect(text).toBe('a');"],
])('finds none in %s', (code) => {
  expect(titlesOf(code)).toEqual([]);
});
