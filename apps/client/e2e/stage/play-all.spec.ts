import type { PageFigures, Report } from '@wuhao/weapp-runtime';
import { inTable } from './figures-table';
import { playOn } from './play-all';
import { faultsOf, type Played, within } from './stage';

const LARGE: PageFigures = {
  setDataCount: 1,
  setDataBytes: 1024,
  largestSetDataBytes: 1024,
  setDataPerSecond: 1,
  nodes: 1001,
  depth: 2,
  children: 3,
  requests: 4,
  slowestRequestMs: 70,
  errors: 1,
  rejections: 0,
};
const reportOf = (given: Partial<Report>): Report => ({
  pages: {},
  requests: [],
  packages: [],
  lifeCycle: [],
  console: [],
  problems: [],
  ...given,
});

it('tells a fault by what the report holds; only the mini-program has limits', () => {
  expect(faultsOf('weapp', reportOf({}))).toBeUndefined();
  expect(faultsOf('weapp', reportOf({ pages: { 'pages/a': LARGE } }))).toContain('nodes is 1001');
  expect(faultsOf('h5', reportOf({ pages: { 'pages/a': LARGE } }))).toBeUndefined();
  expect(faultsOf('h5', reportOf({ problems: ['unhandled rejection: a'] }))).toBe('unhandled rejection: a');
});

it('counts what failed, says so, and keeps its figures for the table', async () => {
  const lines: string[] = [];
  const play = (target: Played['target'], name: string): Promise<Played> => {
    if (name === 'unopened') return Promise.reject(new Error('the first page did not open'));
    const report = reportOf(
      name === 'heavy' ? { pages: { 'pages/a': LARGE }, problems: ['unhandled rejection: b'] } : {},
    );
    const failure = faultsOf(target, report) ?? null;
    return Promise.resolve({ name, target, ms: 1, report, memory: null, failure });
  };
  const { played, passed, failed } = await playOn(
    { play },
    'weapp',
    ['light', 'heavy', 'unopened'],
    1,
    (line) => lines.push(line),
  );

  expect({ passed, failed }).toEqual({ passed: 1, failed: 2 });
  expect(lines.map((line) => line.replace(/\s+\S+ s\s+/, ' '))).toEqual([
    'passed  weapp light',
    'FAILED  weapp heavy',
    expect.stringContaining('nodes is 1001'),
    'FAILED  weapp unopened',
    'the first page did not open',
  ]);
  const table = inTable(played).map((line) => line.split(/\s{2,}/));
  expect(table.find(([page]) => page === 'pages/a')).toContain('1001!');
  expect(table.find(([journey]) => journey === 'heavy')?.slice(6, 8)).toEqual(['0', '1']);
});

describe('a journey and its time', () => {
  it.each([
    ['one that is over', () => Promise.resolve(), undefined],
    ['one that fails', () => Promise.reject(new Error('not to be seen')), 'not to be seen'],
    ['one that never ends', () => new Promise<void>(() => undefined), 'it is not over after 0.01 s'],
  ])('%s', async (_, work, fault) => {
    expect(await within(10, work())).toBe(fault);
  });
});
