import { Bench, FIXTURE } from '../testing/bench';
import { type WeappDriver, launch } from './weapp';

let app: WeappDriver;
let bench: Bench;

beforeAll(async () => {
  app = await launch({ dist: FIXTURE, path: 'pages/studio' });
  bench = new Bench(app);
}, 30_000);
afterAll(() => app?.close());

interface Moved {
  x: number;
  y: number;
  source?: string;
  scale?: number;
}
/** The last event of this kind that the page has heard. */
async function heard(name: string, type: string): Promise<Moved> {
  await app.see(`${name}:${type}:`);
  const text = await (await app.topFrame()).locator('#heard').innerText();
  const [last] = [...text.matchAll(new RegExp(`${name}:${type}:(\\{[^}]*\\})`, 'g'))].slice(-1);
  return JSON.parse(last?.[1] ?? '{}') as Moved;
}

it('follows a finger within its area', async () => {
  await app.drag('box', { x: 50, y: 30 });
  expect(await heard('box', 'change')).toEqual({ x: 50, y: 30, source: 'touch' });
  await app.drag('box', { x: 300, y: -100 });
  expect(await heard('box', 'change')).toEqual({ x: 140, y: 0, source: 'touch' });
});

it('goes where the app says, and says so', async () => {
  await bench.run('moveBox', { x: 20, y: 40 });
  await app.see('"source":""');
  expect(await heard('box', 'change')).toEqual({ x: 20, y: 40, source: '' });
});

it('grows between two fingers around its middle, up to its limits', async () => {
  await app.pinch('box', 2);
  const grown = await heard('box', 'scale');
  expect(grown.scale).toBeCloseTo(2, 1);
  expect(grown).toMatchObject({ x: 0, y: 10 });
  await app.pinch('box', 5);
  expect((await heard('box', 'scale')).scale).toBe(4);
  await app.pinch('box', 0.05);
  expect((await heard('box', 'scale')).scale).toBe(0.5);
});

it('takes a scale from the app', async () => {
  await bench.run('moveBox', { x: 20, y: 40, scale: 3 });
  await app.see('"scale":3}');
});

it('moves along its direction only, pulls past the edge and comes back', async () => {
  await app.drag('slide', { x: -40, y: 30 });
  const text = await (await app.topFrame()).locator('#heard').innerText();
  expect(text).toContain('slide:change:{"x":-20,"y":0,"source":"touch-out-of-bounds"}');
  expect(await heard('slide', 'change')).toEqual({ x: 0, y: 0, source: 'out-of-bounds' });
});

it('stays where it is when it is disabled', async () => {
  await app.drag('stuck', { x: -40 });
  await app.seeNot('stuck:change');
});

it('moves a larger view so that it always covers the area, and scales by fingers anywhere on it', async () => {
  await app.drag('photo', { x: -500 });
  expect(await heard('photo', 'change')).toEqual({ x: -200, y: 0, source: 'touch' });
  await app.pinch('photo', 1.5);
  expect((await heard('photo', 'scale')).scale).toBeCloseTo(1.5, 1);
});

it('tells a long press from a tap', async () => {
  await app.longPress('box');
  await app.see('box:longpress');
});

it('had no problem', () => {
  expect(app.problems()).toEqual([]);
});
