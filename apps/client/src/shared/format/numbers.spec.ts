import { inOneLine, numbers } from './numbers.zh';

it('never says that no time was spent', () => {
  expect(numbers.minutesSpent(4_000)).toBe('1 分钟');
  expect(numbers.minutesSpent(200_000)).toBe('3 分钟');
});

it('says a part in whole per cent', () => {
  expect([0, 0.876, 1].map(numbers.percent)).toEqual(['0%', '88%', '100%']);
});

it('parts the facts of a line', () => {
  expect(inOneLine(numbers.items(20), numbers.minutes(15))).toBe('20 题 · 15 分钟');
});
