import { setTimeout as pause } from 'node:timers/promises';
import { Bench, FIXTURE } from '../testing/bench';
import { provesItsCases } from '../testing/proofs';
import { type WeappDriver, launch } from './weapp';

const BENCH = 'pages/bench';
let app: WeappDriver;
let bench: Bench;

beforeEach(async () => {
  app = await launch({ dist: FIXTURE, path: BENCH });
  bench = new Bench(app);
}, 30_000);
afterEach(async () => {
  app.forgive(/elsewhere\.example/);
  const problems = app.problems();
  await app.close();
  expect(problems).toEqual([]);
});
provesItsCases(() => app);

it('stands still in the background after five seconds, and goes on when it is back', async () => {
  await bench.run('sleep', { alarms: [500, 6_000] });
  await app.background();
  await app.see('woke after 500');
  // Both alarms are due by then: the second one is heard, but not before the app is back.
  await pause(6_000);
  const backAt = Date.now();
  await app.foreground();
  await app.see('woke after 6000');
  expect(Number(/woke after 6000 at (\d+)/.exec(await app.text())?.[1])).toBeGreaterThanOrEqual(backAt);
}, 30_000);

describe('the update manager', () => {
  beforeEach(() => bench.run('hearUpdates'));

  it('says that there is none, as on most days', async () => {
    await app.see('has update: false');
    expect(await bench.run('applyUpdate')).toMatch(/applyUpdate:fail update is not ready/);
  });

  it('tells of one that did not come', async () => {
    await app.setUpdate('failed');
    await app.see('has update: true update failed');
    expect(await bench.run('applyUpdate')).toMatch(/applyUpdate:fail update is not ready/);
  });

  it('starts the app again with one that is ready', async () => {
    await app.setUpdate('ready');
    await app.see('has update: true update ready');
    await bench.send({ code: 'applyUpdate' });
    await app.see('Hello from the fixture');
    expect(await app.currentPath()).toBe('pages/home');
  });
});
