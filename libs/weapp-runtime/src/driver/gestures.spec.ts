import { Bench, FIXTURE } from '../testing/bench';
import { eventually } from './finder';
import { type WeappDriver, launch } from './weapp';

let app: WeappDriver;
let bench: Bench;

beforeAll(async () => {
  app = await launch({ dist: FIXTURE, path: 'pages/studio' });
  bench = new Bench(app);
}, 30_000);
afterAll(() => app?.close());

interface Moved {
  x?: number;
  y?: number;
  source?: string;
  scale?: number;
}
const log = async (): Promise<string> => (await app.topFrame()).locator('#heard').innerText();

/** Waits until the last event of this kind that the page has heard is the one. */
async function hears(name: string, type: string, expected: Moved): Promise<void> {
  const last = async (): Promise<unknown> => {
    const events = [...(await log()).matchAll(new RegExp(`${name}:${type}:(\\{[^}]*\\})`, 'g'))];
    return JSON.parse(events.at(-1)?.[1] ?? '{}');
  };
  await eventually(
    async () => `the last ${type} of ${name} is ${JSON.stringify(await last())}`,
    async () => {
      expect(await last()).toMatchObject(expected);
      return true;
    },
  );
}
const about = (number: number): number => expect.closeTo(number, 1) as number;

it('follows a finger within its area', async () => {
  await app.drag('box', { x: 50, y: 30 });
  await hears('box', 'change', { x: 50, y: 30, source: 'touch' });
  await app.drag('box', { x: 300, y: -100 });
  await hears('box', 'change', { x: 140, y: 0, source: 'touch' });
});

it('goes where the app says, and says so', async () => {
  await bench.run('moveBox', { x: 20, y: 40 });
  await hears('box', 'change', { x: 20, y: 40, source: '' });
});

it('grows between two fingers around its middle, up to its limits', async () => {
  await app.pinch('box', 2);
  await hears('box', 'scale', { x: 0, y: 10, scale: about(2) });
  await app.pinch('box', 5);
  await hears('box', 'scale', { scale: 4 });
  await app.pinch('box', 0.05);
  await hears('box', 'scale', { scale: 0.5 });
});

it('takes a scale from the app', async () => {
  await bench.run('moveBox', { x: 20, y: 40, scale: 3 });
  await hears('box', 'scale', { scale: 3 });
});

it('moves along its direction only, pulls past the edge and comes back', async () => {
  await app.drag('slide', { x: -40, y: 30 });
  await hears('slide', 'change', { x: 0, y: 0, source: 'out-of-bounds' });
  expect(await log()).toContain('slide:change:{"x":-20,"y":0,"source":"touch-out-of-bounds"}');
});

it('stays where it is when it is disabled', async () => {
  await app.drag('stuck', { x: -40 });
  await app.longPress('stuck');
  await app.see('stuck:longpress');
  expect(await log()).not.toContain('stuck:change');
});

it('moves a larger view so that it always covers the area, and scales by fingers anywhere on it', async () => {
  await app.drag('photo', { x: -500 });
  await hears('photo', 'change', { x: -200, y: 0, source: 'touch' });
  await app.pinch('photo', 1.5);
  await hears('photo', 'scale', { scale: about(1.5) });
});

it('tells a long press from a tap', async () => {
  await app.longPress('box');
  await app.see('box:longpress');
});

it('had no problem', () => {
  expect(app.problems()).toEqual([]);
});
