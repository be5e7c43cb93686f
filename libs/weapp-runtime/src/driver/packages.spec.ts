import { Bench, FIXTURE } from '../testing/bench';
import { eventually } from './finder';
import { type WeappDriver, launch } from './weapp';

let app: WeappDriver;

const packages = (): string[] => app.report().packages;
const fetched = (root: string): Promise<true> =>
  eventually(
    () => `fetched so far: ${packages().join()}`,
    () => Promise.resolve(packages().includes(root) ? true : undefined),
  );

afterEach(() => app?.close());

it('fetches a package by the rule of a page, over wifi only, and runs nothing of it', async () => {
  app = await launch({ dist: FIXTURE });
  await app.see('Hello from the fixture');
  await app.setNetwork({ networkType: '4g' });
  await app.tap('Second tab');
  await app.see('Second page');
  await app.tap('Home tab');
  await app.see('Hello from the fixture');
  expect(packages()).toEqual([]);
  await app.setNetwork('normal');
  await app.tap('Second tab');
  await fetched('extra');
  await app.tap('Home tab');
  await app.tap('Go to the bench');
  await app.see('the bottom');
  expect(await new Bench(app).run('evaluated')).toEqual([]);
  expect(packages()).toEqual(['extra']);
  expect(app.problems().filter((problem) => !problem.includes('elsewhere.example'))).toEqual([]);
}, 30_000);

it('gives code of another package later, and never at once', async () => {
  app = await launch({ dist: FIXTURE, path: 'pages/bench' });
  const bench = new Bench(app);
  expect(await bench.run('wordsAtOnce')).toBe(
    "Error: module 'extra/words' is of another package: only require.async reaches it",
  );
  await app.setNetwork('offline');
  expect(await bench.run('words')).toBe('loadSubpackage:fail');
  await app.setNetwork('normal');
  expect(packages()).toEqual([]);
  expect(await bench.run('words')).toBe('Hello from the extra package');
  expect(await bench.run('words', { callback: true })).toBe('Hello from the extra package');
  expect(await bench.run('evaluated')).toEqual(['extra/words']);
  expect(await bench.run('words', { path: '../extra/none' })).toBe("module 'extra/none.js' is not defined");
  expect(packages()).toEqual(['extra']);
}, 30_000);

it('has no files of a package that has not come, neither for the logic nor for the view', async () => {
  app = await launch({ dist: FIXTURE, path: 'pages/bench' });
  const bench = new Bench(app);
  const calls = { getImageInfo: { src: '/extra/dot.png' }, getFileInfo: { filePath: '/extra/dot.png' } };
  const outcomes = async (): Promise<string[]> => {
    const answers: string[] = [];
    for (const [api, options] of Object.entries(calls))
      answers.push((await bench.call(api, options)).outcome);
    return answers;
  };
  const seen = (): Promise<number> =>
    app.page.evaluate(async () => (await fetch('/package/extra/dot.png')).status);
  expect([...(await outcomes()), await seen()]).toEqual(['fail', 'fail', 404]);
  expect((await bench.call('getFileInfo', calls.getFileInfo)).result.errMsg).toBe(
    'getFileInfo:fail no such file or directory "/extra/dot.png"',
  );
  await bench.run('words');
  expect([...(await outcomes()), await seen()]).toEqual(['success', 'success', 200]);
}, 30_000);

it('does not open a page whose package cannot be fetched, and opens it when it can', async () => {
  app = await launch({ dist: FIXTURE, path: 'pages/bench' });
  const bench = new Bench(app);
  await app.setNetwork('offline');
  expect((await bench.call('navigateTo', { url: '/extra/pages/extra' })).result.errMsg).toBe(
    'navigateTo:fail loadSubpackage:fail',
  );
  await app.setNetwork({ online: true, latencyMs: 300 });
  const startedAt = Date.now();
  await bench.send({ api: 'navigateTo', options: { url: '/extra/pages/extra' } });
  await app.see('Hello from the extra package');
  expect(Date.now() - startedAt).toBeGreaterThan(300);
}, 30_000);
