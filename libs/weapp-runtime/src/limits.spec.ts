import { exceeded } from './limits';

const MOST = { largestSetDataBytes: 64 * 1024, setDataPerSecond: 10, nodes: 1000, depth: 30, children: 60 };
const page = {
  ...MOST,
  setDataCount: 500,
  setDataBytes: 9e6,
  requests: 400,
  slowestRequestMs: 9_000,
  errors: 0,
  rejections: 0,
};

it('accepts figures at the limits, whatever the totals', () => {
  expect(exceeded({ pages: { 'pages/a': page } }, MOST)).toEqual([]);
});

it.each(['largestSetDataBytes', 'setDataPerSecond', 'nodes', 'depth', 'children'] as const)(
  'names a page whose %s is past its limit',
  (name) => {
    expect(exceeded({ pages: { 'pages/a': { ...page, [name]: page[name] + 1 } } }, MOST)).toEqual([
      `pages/a: ${name} is ${page[name] + 1}, the limit is ${page[name]}`,
    ]);
  },
);
