import type { Limited, PageFigures } from '@wuhao/weapp-runtime';
import { type Limit, PAGE_LIMITS } from './budget';
import type { Played, Target } from './stage';

/** The figures of pages and journeys beside their goals: `*` is over the goal, `!` over the floor. */
export function inTable(played: Played[]): string[] {
  if (played.length === 0) return [];
  const weapp = pageRows(played, 'weapp', LIMITED);
  const h5 = pageRows(played, 'h5', ['nodes', 'depth', 'children']);
  return [
    ...(weapp.length > 0 ? ['', ...aligned([...weappHead(), ...weapp])] : []),
    // P17 is about the mini-program; a browser has no such limits.
    ...(h5.length > 0
      ? ['', ...aligned([['H5 page', 'nodes', 'depth', 'children', ...TRAFFIC_HEAD], ...h5])]
      : []),
    '',
    ...aligned([JOURNEY_HEAD, ...played.map(journeyRow)]),
    '',
  ];
}

const LIMITED = Object.keys(PAGE_LIMITS) as Limited[];
const HEADS: Record<Limited, string> = {
  largestSetDataBytes: 'largest',
  setDataPerSecond: 'in 1 s',
  nodes: 'nodes',
  depth: 'depth',
  children: 'children',
};
const TRAFFIC_HEAD = ['requests', 'slowest', 'errors', 'rejections'];
const JOURNEY_HEAD = [
  ...['journey', 'target', 'time', 'requests', 'median', 'slowest'],
  ...['errors', 'rejections', 'logic heap', 'view heap', 'view nodes'],
];

const weappHead = (): string[][] => [
  ['mini-program page', 'setData', 'bytes', ...LIMITED.map((name) => HEADS[name]), ...TRAFFIC_HEAD],
  ...(['goal', 'floor'] as const).map((kind) => [
    `  ${kind}`,
    '',
    '',
    ...LIMITED.map((name) => shown(name, PAGE_LIMITS[name][kind])),
    ...TRAFFIC_HEAD.map(() => ''),
  ]),
];

function pageRows(played: Played[], target: Target, names: Limited[]): string[][] {
  const pages = worst(played.filter((one) => one.target === target));
  return Object.entries(pages)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([page, figures]) => [
      page || '/',
      ...(target === 'weapp' ? [String(figures.setDataCount), kilobytes(figures.setDataBytes)] : []),
      ...names.map(
        (name) =>
          `${shown(name, figures[name])}${target === 'weapp' ? mark(figures[name], PAGE_LIMITS[name]) : ''}`,
      ),
      ...[String(figures.requests), `${figures.slowestRequestMs} ms`],
      ...[String(figures.errors), String(figures.rejections)],
    ]);
}

/** Of each figure of a page the largest of all journeys. */
function worst(played: Played[]): Record<string, PageFigures> {
  const pages: Record<string, PageFigures> = {};
  for (const { report } of played)
    for (const [page, figures] of Object.entries(report.pages)) {
      const known = pages[page];
      const names = Object.keys(figures) as (keyof PageFigures)[];
      pages[page] = Object.fromEntries(
        names.map((name) => [name, Math.max(figures[name], known?.[name] ?? 0)]),
      ) as unknown as PageFigures;
    }
  return pages;
}

function journeyRow({ name, target, ms, report, memory }: Played): string[] {
  const times = report.requests.map((request) => request.ms).sort((a, b) => a - b);
  const count = (kind: RegExp): string =>
    String(report.problems.filter((problem) => kind.test(problem)).length);
  return [
    ...[name, target, `${(ms / 1000).toFixed(1)} s`, String(times.length)],
    `${times[Math.floor(times.length / 2)] ?? 0} ms`,
    `${times.at(-1) ?? 0} ms`,
    count(/^(console\.)?error/),
    count(/^unhandled rejection/),
    megabytes(memory?.logicHeapBytes),
    megabytes(memory?.viewHeapBytes),
    String(memory?.viewNodes ?? '–'),
  ];
}

const mark = (value: number, { goal, floor }: Limit): string =>
  value > floor ? '!' : value > goal ? '*' : ' ';
const shown = (name: Limited, value: number): string =>
  name === 'largestSetDataBytes' ? kilobytes(value) : String(value);
const kilobytes = (bytes: number): string => `${(bytes / 1024).toFixed(1)} KB`;
const megabytes = (bytes: number | null | undefined): string =>
  typeof bytes === 'number' ? `${(bytes / 1e6).toFixed(1)} MB` : '–';

/** Names to the left, figures to the right. */
function aligned(rows: string[][]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) =>
    row
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join('  ')
      .trimEnd(),
  );
}
