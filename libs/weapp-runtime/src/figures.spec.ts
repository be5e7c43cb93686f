import { Figures } from './figures';

it('counts setData by page, with the largest and the busiest second', () => {
  const figures = new Figures();
  figures.take({ kind: 'page', what: 'load', path: 'pages/a', webviewId: 1 });
  for (const [bytes, at] of [
    [10, 0],
    [30, 400],
    [20, 900],
    [5, 1950],
  ] as const)
    figures.take({ kind: 'setData', path: 'comp', webviewId: 1, bytes }, at);
  expect(figures.report().pages['pages/a']).toMatchObject({
    setDataCount: 4,
    setDataBytes: 65,
    largestSetDataBytes: 30,
    setDataPerSecond: 3,
  });
});

it('counts the busiest second anew with each touch', () => {
  const figures = new Figures();
  const set = (at: number) => figures.take({ kind: 'setData', path: 'pages/a', webviewId: 1, bytes: 1 }, at);
  [0, 10, 20].forEach(set);
  figures.touched(25);
  [15, 30, 40].forEach(set); // the first was sent before the touch, and read after it
  expect(figures.report().pages['pages/a']?.setDataPerSecond).toBe(3);
  [50, 60].forEach(set);
  expect(figures.report().pages['pages/a']?.setDataPerSecond).toBe(4);
});

it('keeps the largest tree of a page', () => {
  const figures = new Figures();
  figures.take({ kind: 'size', path: 'pages/a', nodes: 40, depth: 5, children: 9 });
  figures.take({ kind: 'size', path: 'pages/a', nodes: 20, depth: 7, children: 3 });
  expect(figures.report().pages['pages/a']).toMatchObject({ nodes: 40, depth: 7, children: 9 });
});

it('takes console.error, errors, rejections, warnings and missing calls as problems, and nothing else', () => {
  const figures = new Figures();
  figures.take({ kind: 'console', level: 'log', text: 'fine' });
  figures.take({ kind: 'console', level: 'error', text: 'a' });
  figures.take({ kind: 'error', text: 'b' });
  figures.take({ kind: 'rejection', text: 'c' });
  figures.take({ kind: 'warning', text: 'd' });
  figures.take({ kind: 'unimplemented', name: 'scanCode' });
  expect(figures.report().problems).toEqual([
    'console.error: a',
    'error: b',
    'unhandled rejection: c',
    'warning: d',
    'wx.scanCode is not implemented by this runtime',
  ]);
  figures.forgive(/^error: b/);
  expect(figures.report().problems).not.toContain('error: b');
});

it('tells requests, errors and rejections by the page that was open, without what was forgiven', () => {
  const figures = new Figures();
  const show = (path: string) => figures.take({ kind: 'page', what: 'show', path, webviewId: 1 });
  const ask = (ms: number, status = 200) =>
    figures.take({ kind: 'request', url: '/x', method: 'GET', status, ms });
  show('pages/a');
  [5, 90, 7].forEach((ms) => ask(ms));
  figures.take({ kind: 'console', level: 'error', text: 'lost' });
  show('pages/b');
  ask(3, 0);
  figures.take({ kind: 'rejection', text: 'c' });
  figures.take({ kind: 'error', text: 'd' });
  figures.forgive(/lost/);
  const { pages } = figures.report();
  expect(pages['pages/a']).toMatchObject({ requests: 3, slowestRequestMs: 90, errors: 0, rejections: 0 });
  expect(pages['pages/b']).toMatchObject({ requests: 1, slowestRequestMs: 3, errors: 1, rejections: 1 });
});
