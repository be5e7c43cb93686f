import type { PageFigures, Report } from '@wuhao/weapp-runtime';
import { inTable } from './figures-table';
import { AT_ONCE, playTurns } from './play-all';
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
  const turns = ['light', 'heavy', 'unopened'].map((name) => ({ name, target: 'weapp' as const }));
  const { played, passed, failed } = await playTurns({ play }, turns, 1, (line) => lines.push(line));

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

it('plays a few at once, never more, and each one once', async () => {
  const begun: string[] = [];
  let playing = 0;
  let most = 0;
  const play = async (target: Played['target'], name: string): Promise<Played> => {
    begun.push(name);
    most = Math.max(most, ++playing);
    await new Promise((resolve) => setTimeout(resolve, name === 'a' ? 50 : 5));
    playing--;
    return { name, target, ms: 1, report: reportOf({}), memory: null, failure: null };
  };
  const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
  const turns = names.map((name) => ({ name, target: 'h5' as const }));
  const { passed } = await playTurns({ play }, turns, 1, () => undefined);
  expect({ passed, begun, most }).toEqual({ passed: 7, begun: names, most: AT_ONCE });
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
