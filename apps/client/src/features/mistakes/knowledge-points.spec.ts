import { splitPoints } from './knowledge-points';

it.each([
  ['进位加法 分数', ['进位加法', '分数']],
  ['分数，小数、百分数;分数', ['分数', '小数', '百分数']],
  ['   ', []],
  ['a'.repeat(30), ['a'.repeat(20)]],
  ['1 2 3 4 5 6 7 8 9', ['1', '2', '3', '4', '5', '6', '7', '8']],
])('reads %j as tags', (line, points) => {
  expect(splitPoints(line)).toEqual(points);
});
