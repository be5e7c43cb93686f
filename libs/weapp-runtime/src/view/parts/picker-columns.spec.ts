import { type Asked, toColumns, toDetail } from './picker-columns';

const asked = (more: Partial<Asked>): Asked => ({
  mode: 'selector',
  value: undefined,
  range: [],
  rangeKey: '',
  start: '',
  end: '',
  fields: 'day',
  level: 'region',
  customItem: '',
  today: '2026-11-23',
  ...more,
});
const chosen = (more: Partial<Asked>): unknown => toDetail(more.mode ?? '', toColumns(asked(more))).value;
const labels = (more: Partial<Asked>): string[][] => toColumns(asked(more)).map((column) => column.labels);

it.each<[string, Partial<Asked>, unknown]>([
  ['a line', { range: ['a', 'b'], value: 1 }, 1],
  ['the first line without a value', { range: ['a', 'b'] }, 0],
  ['the last line when there are fewer', { range: ['a', 'b'], value: 7 }, 1],
  ['a line of each list', { mode: 'multiSelector', range: [['a', 'b'], ['c']], value: [1, 5] }, [1, 0]],
  ['a day', { mode: 'date', value: '2026-02-28' }, '2026-02-28'],
  ['today without a value', { mode: 'date' }, '2026-11-23'],
  ['the last day of a shorter month', { mode: 'date', value: '2026-02-31' }, '2026-02-28'],
  ['a leap day', { mode: 'date', value: '2028-02-29' }, '2028-02-29'],
  ['no day before the first', { mode: 'date', value: '2020-01-01', start: '2026-03-10' }, '2026-03-10'],
  ['no day after the last', { mode: 'date', value: '2030-01-01', end: '2026-03-10' }, '2026-03-10'],
  ['a month', { mode: 'date', value: '2026-05-05', fields: 'month' }, '2026-05'],
  ['a year', { mode: 'date', value: '2026-05-05', fields: 'year' }, '2026'],
  ['a time', { mode: 'time', value: '09:05' }, '09:05'],
  ['no time before the first', { mode: 'time', value: '08:59', start: '09:30' }, '09:30'],
  ['no time after the last', { mode: 'time', value: '23:00', end: '21:15' }, '21:15'],
  ['a region', { mode: 'region', value: ['广东省', '深圳市', '南山区'] }, ['广东省', '深圳市', '南山区']],
  ['a city', { mode: 'region', value: ['广东省', '广州市'], level: 'city' }, ['广东省', '广州市']],
  ['anywhere', { mode: 'region', value: [], customItem: '全部' }, ['全部', '全部', '全部']],
])('chooses %s', (_, given, value) => {
  expect(chosen(given)).toEqual(value);
});

it('names objects by their key', () => {
  expect(labels({ range: [{ n: 'a' }, { n: 'b' }], rangeKey: 'n' })).toEqual([['a', 'b']]);
});

it('gives the first month only the days from the start on, and the next all of its own', () => {
  const range = { mode: 'date', start: '2026-02-20', end: '2026-04-02' };
  expect(labels({ ...range, value: '2026-02-25' })[2]).toEqual([
    '20',
    '21',
    '22',
    '23',
    '24',
    '25',
    '26',
    '27',
    '28',
  ]);
  expect(labels({ ...range, value: '2026-03-25' })[2]).toHaveLength(31);
  expect(labels({ ...range, value: '2026-04-25' })[2]).toEqual(['01', '02']);
  expect(labels({ ...range, value: '2026-03-25' })[1]).toEqual(['02', '03', '04']);
});

it('adds the codes of a region', () => {
  const columns = toColumns(asked({ mode: 'region', value: ['广东省', '广州市', '海珠区'] }));
  expect(toDetail('region', columns)).toMatchObject({
    code: ['440000', '440100', '440105'],
    postcode: '510220',
  });
});
