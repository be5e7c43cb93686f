import { Bench, FIXTURE } from '../testing/bench';
import { eventually } from './finder';
import { type WeappDriver, launch } from './weapp';

let app: WeappDriver;
let bench: Bench;

beforeAll(async () => {
  app = await launch({ dist: FIXTURE, path: 'rest/pages/boxes' });
  bench = new Bench(app);
}, 30_000);
afterAll(() => app?.close());
beforeEach(() => bench.run('set', { heard: '' }));

const heard = async (): Promise<string> => (await app.topFrame()).locator('#heard').innerText();
const at = async (selector: string) => (await app.topFrame()).locator(selector);

async function until(what: string, isSo: () => Promise<boolean>): Promise<void> {
  await eventually(
    async () => `${what} never came: ${await heard()}`,
    async () => ((await isSo()) ? true : undefined),
  );
}

describe('a scroll view', () => {
  const scrollTop = async (): Promise<number> => (await at('#list')).evaluate((list) => list.scrollTop);
  const isAt = (top: number) => until(`scroll-top ${top}`, async () => (await scrollTop()) === top);

  it('goes where the app says, and tells of the way and of its ends', async () => {
    await bench.run('set', { top: 200 });
    await app.see('list:scrolltolower:{"direction":"bottom"}');
    expect(await heard()).toContain(
      'list:scroll:{"scrollLeft":0,"scrollTop":200,"scrollHeight":300,"scrollWidth":375,"deltaX":0,"deltaY":-200}',
    );
    await bench.run('set', { into: 'row-b' });
    await isAt(100);
    expect(await heard()).not.toContain('scrolltoupper');
    await bench.run('set', { top: 10 });
    await app.see('list:scrolltoupper:{"direction":"top"}');
    await isAt(10);
    await bench.run('set', { top: 0 });
    await isAt(0);
  });

  it('refreshes once when it is pulled, until the app says that it has ended', async () => {
    await app.drag('row a', { y: 20 });
    await app.see('list:refresherabort');
    await app.drag('row a', { y: 120 });
    await app.see('list:refresherrefresh:{"dy":120}');
    await bench.run('set', { busy: true });
    await app.drag('row a', { y: 130 });
    await bench.run('set', { busy: false });
    await app.see('list:refresherrestore');
    expect(await heard()).not.toContain('130');
  });

  it('refreshes when the app says so', async () => {
    await bench.run('set', { busy: true });
    await app.see('list:refresherrefresh');
    await bench.run('set', { busy: false });
    await app.see('list:refresherrestore');
  });
});

describe('a text area', () => {
  const field = (id: string) => at(`#${id} textarea`);

  it('grows with its text, tells of its lines, and takes no more than is allowed', async () => {
    await (await field('words')).pressSequentially('a');
    expect(await app.read('#words', 'height')).toBe('24px');
    await (await field('words')).pressSequentially('bcdefghijklmnop');
    expect(await (await field('words')).inputValue()).toBe('abcdefghijkl');
    await app.see('words:linechange:{"height":48,"heightRpx":96,"lineCount":2,"lineHeight":24}');
    expect(await app.read('#words', 'height')).toBe('48px');
  });

  it('ends with the key that the app named, and begins a line without one', async () => {
    await (await field('words')).fill('done');
    await (await field('words')).press('Enter');
    await app.see('words:confirm:{"value":"done"}');
    expect(await (await field('words')).inputValue()).toBe('done');
    await (await field('lines')).fill('one');
    await (await field('lines')).press('Enter');
    await app.see('lines:linechange');
    expect(await (await field('lines')).inputValue()).toBe('one\n');
    expect(await heard()).not.toContain('lines:confirm');
  });
});

it('slides by steps under a finger, and tells of the way and its end', async () => {
  await app.drag('level', { x: 500 });
  await app.see('level:change:{"value":10}');
  expect(await heard()).toMatch(/level:changing:\{"value":(6|8)\}.*level:changing:\{"value":10\}/);
  await app.drag('level', { x: -500 });
  await app.see('level:change:{"value":0}');
  await app.drag('fixed', { x: 100 });
  await app.drag('level', { x: 500 });
  await app.see('level:change:{"value":0} level:changing');
  expect(await heard()).not.toContain('fixed');
});

describe('a swiper', () => {
  it('goes round, and tells when it has come to rest', async () => {
    await app.swipe('left', 'round');
    await app.see('round:animationfinish:{"current":1,"currentItemId":"second","source":"touch"}');
    expect(await heard()).toBe(
      ' round:change:{"current":1,"currentItemId":"second","source":"touch"} ' +
        'round:animationfinish:{"current":1,"currentItemId":"second","source":"touch"}',
    );
    await app.swipe('left', 'round');
    await app.see('round:change:{"current":0,"currentItemId":"first","source":"touch"}');
    await app.swipe('right', 'round');
    await app.see('round two');
    await app.seeNot('round one');
  });

  it('goes up and down, and no further than its ends', async () => {
    await app.drag('tall one', { y: 80 });
    await app.drag('tall one', { y: -80 });
    await app.see('tall two');
    await app.seeNot('tall one');
    await app.drag('tall two', { y: -80 });
    await bench.run('set', { current: 1 });
    await bench.run('set', { current: 0 });
    await app.see('tall one');
    expect(await heard()).toBe(
      ' tall:change:{"current":1,"currentItemId":"","source":"touch"} tall:change:{"current":0,"currentItemId":"","source":""}',
    );
  });

  it('plays by itself, from the last to the first again', async () => {
    await bench.run('set', { autoplay: true });
    await app.see('alone:change:{"current":1,"currentItemId":"","source":"autoplay"}');
    await app.see('alone:change:{"current":0,"currentItemId":"","source":"autoplay"}');
    await bench.run('set', { autoplay: false });
  });
});

it('had no problem', () => {
  expect(app.problems()).toEqual([]);
});
