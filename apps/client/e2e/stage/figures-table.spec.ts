import type { PageFigures } from '@wuhao/weapp-runtime';
import { inTable } from './figures-table';
import type { Played } from './stage';

const page = (given: Partial<PageFigures>): PageFigures => ({
  setDataCount: 1,
  setDataBytes: 1024,
  largestSetDataBytes: 1024,
  setDataPerSecond: 1,
  nodes: 10,
  depth: 2,
  children: 3,
  requests: 4,
  slowestRequestMs: 70,
  errors: 1,
  rejections: 0,
  ...given,
});

const TRAFFIC = ['4', '70 ms', '1', '0'];

const played = (target: Played['target'], given: Partial<PageFigures>): Played => ({
  name: 'walk',
  target,
  ms: 1500,
  report: {
    pages: { 'pages/a': page(given) },
    requests: [5, 1, 9].map((ms) => ({ url: '/x', method: 'GET', status: 200, ms })),
    packages: [],
    lifeCycle: [],
    console: [],
    problems: ['console.error: a', 'unhandled rejection: b'],
  },
  memory: { logicHeapBytes: target === 'weapp' ? 8e6 : null, viewHeapBytes: 2e6, viewNodes: 42 },
  failure: null,
});

const lineOf = (lines: string[], start: string): string[] =>
  (lines.find((line) => line.startsWith(start)) ?? '').split(/\s{2,}/);

it('marks what is over a goal and what is over a floor, and keeps the worst of all journeys', () => {
  const lines = inTable([
    played('weapp', { setDataPerSecond: 6, nodes: 100 }),
    played('weapp', { setDataPerSecond: 2, nodes: 1001 }),
  ]);
  expect(lineOf(lines, 'pages/a')).toEqual([
    'pages/a',
    '1',
    '1.0 KB',
    '1.0 KB',
    '6*',
    '1001!',
    '2',
    '3',
    ...TRAFFIC,
  ]);
});

it('prints goals and floors of the mini-program, and none for a browser', () => {
  expect(lineOf(inTable([played('weapp', {})]), '  goal').slice(1)).toContain('16.0 KB');
  expect(inTable([played('h5', {})]).join('\n')).not.toContain('goal');
});

it('sums up each journey: requests with their times, errors, memory', () => {
  expect(lineOf(inTable([played('weapp', {})]), 'walk')).toEqual([
    'walk',
    'weapp',
    '1.5 s',
    '3',
    '5 ms',
    '9 ms',
    '1',
    '1',
    '8.0 MB',
    '2.0 MB',
    '42',
  ]);
  expect(lineOf(inTable([played('h5', {})]), 'walk')[8]).toBe('–');
  const failed: Played = {
    ...played('weapp', {}),
    memory: null,
    failure: 'walk on weapp: a word is not to be seen',
  };
  expect(lineOf(inTable([failed]), 'walk').slice(8)).toEqual(['–', '–', '–']);
});
