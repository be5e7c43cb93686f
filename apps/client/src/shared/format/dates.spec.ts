import { daysUntil, studyDayOf } from './dates';
import { dueDay, greetingAt, longDate, pastTime } from './dates.zh';

const at = (...parts: [number, number, number, number?, number?]) =>
  new Date(parts[0], parts[1] - 1, parts[2], parts[3] ?? 12, parts[4] ?? 0);
const now = at(2026, 11, 23, 20);

it('counts the hours before four to the evening before', () => {
  expect(studyDayOf(at(2026, 11, 24, 3, 59))).toEqual(at(2026, 11, 23, 0));
  expect(studyDayOf(at(2026, 11, 24, 4))).toEqual(at(2026, 11, 24, 0));
  expect(daysUntil(at(2026, 11, 24, 4).toISOString(), at(2026, 11, 24, 1))).toBe(1);
});

it.each([
  [at(2026, 11, 20), '今天'],
  [at(2026, 11, 24, 3), '今天'],
  [at(2026, 11, 24, 4), '明天'],
  [at(2026, 11, 25), '后天'],
  [at(2026, 11, 26), '周四'],
  [at(2026, 11, 29), '周日'],
  [at(2026, 11, 30), '11月30日'],
  [at(2027, 1, 3), '2027年1月3日'],
])('says when %s is due', (due, words) => {
  expect(dueDay(due.toISOString(), now)).toBe(words);
});

it.each([
  [at(2026, 11, 23, 8, 5), '今天 08:05'],
  [at(2026, 11, 22, 19, 30), '昨天 19:30'],
  [at(2026, 11, 3), '11月3日'],
  [at(2025, 12, 31), '2025年12月31日'],
])('says when %s was', (past, words) => {
  expect(pastTime(past.toISOString(), now)).toBe(words);
});

it('says a clock time by the calendar, also in the hours before four', () => {
  const night = at(2026, 11, 23, 2);
  expect(pastTime(night.toISOString(), at(2026, 11, 23, 10))).toBe('今天 02:00');
  expect(pastTime(night.toISOString(), at(2026, 11, 24, 10))).toBe('昨天 02:00');
  expect(pastTime(at(2026, 11, 22, 23).toISOString(), night)).toBe('昨天 23:00');
});

it('greets by the hour', () => {
  expect([2, 7, 12, 15, 21].map((hour) => greetingAt(at(2026, 11, 23, hour)))).toEqual([
    '夜深了',
    '早上好',
    '中午好',
    '下午好',
    '晚上好',
  ]);
  expect(longDate(now)).toBe('11月23日 周一');
});
