import { Bench, FIXTURE } from '../testing/bench';
import { provesItsCases } from '../testing/proofs';
import { eventually } from './finder';
import { type WeappDriver, launch } from './weapp';

let app: WeappDriver;
let bench: Bench;

beforeAll(async () => {
  app = await launch({ dist: FIXTURE, path: 'pages/parts' });
  bench = new Bench(app);
}, 30_000);
afterAll(() => app?.close());
provesItsCases(() => app);

const heard = async (): Promise<string> => (await app.topFrame()).locator('#heard').innerText();
const field = async (id: string) => (await app.topFrame()).locator(`#${id} input`);

describe('a field that the app controls', () => {
  it('keeps every letter of fast typing while the app is late', async () => {
    await (await field('slow')).pressSequentially('fast typing', { delay: 30 });
    expect(await (await field('slow')).inputValue()).toBe('fast typing');
    await app.see('slow:fast typing');
    expect(await (await field('slow')).inputValue()).toBe('fast typing');
  });

  it('shows what the app makes of it', async () => {
    await bench.run('shout');
    await (await field('slow')).fill('words');
    await app.see('slow:WORDS');
    expect(await (await field('slow')).inputValue()).toBe('WORDS');
    await (await field('digits')).pressSequentially('1a2', { delay: 40 });
    await eventually(
      () => 'the letters stayed',
      async () => ((await (await field('digits')).inputValue()) === '12' ? true : undefined),
    );
  });

  it('takes what a handler returns', async () => {
    await (await field('elevens')).fill('a11b');
    await eventually(
      () => 'the answer of the handler was not taken',
      async () => ((await (await field('elevens')).inputValue()) === 'a2b' ? true : undefined),
    );
    expect(await (await field('elevens')).evaluate((input: HTMLInputElement) => input.selectionStart)).toBe(
      1,
    );
  });
});

describe('an intersection observer', () => {
  it('tells when an element comes to be seen and goes, and nothing once it is disconnected', async () => {
    await bench.run('watchViewport');
    expect(await heard()).not.toContain('view:');
    await bench.call('pageScrollTo', { scrollTop: 5_000, duration: 0 });
    await app.see('view:deep:1.0');
    await bench.call('pageScrollTo', { scrollTop: 0, duration: 0 });
    await app.see('view:deep:0.0');
    await bench.run('unwatch');
    const before = await heard();
    await bench.call('pageScrollTo', { scrollTop: 5_000, duration: 0 });
    await bench.call('pageScrollTo', { scrollTop: 0, duration: 0 });
    expect(await heard()).toBe(before);
  });

  it('begins early by its margins', async () => {
    await bench.run('watchEarly');
    await app.see('early:deep:1.0');
  });

  it('watches many within another element, from a part of them on', async () => {
    await bench.run('watchInside');
    await app.see('row:row-b:');
    expect(await heard()).not.toContain('row:row-c');
    await (await app.topFrame()).locator('#rows').evaluate((rows) => rows.scrollTo(0, 120));
    await app.see('row:row-c:');
    await app.see('row:row-a:0.');
    await bench.run('unwatch');
  });
});

describe('an animation', () => {
  it('exports its steps once, and the element goes through them', async () => {
    const [exported, left] = (await bench.run('animate')) as [{ actions: unknown[] }, number];
    expect(left).toBe(0);
    expect(exported.actions).toEqual([
      {
        animates: [
          { type: 'translateX', args: [40] },
          { type: 'rotate', args: [90] },
        ],
        option: {
          transformOrigin: '50% 50% 0',
          transition: { duration: 60, timingFunction: 'ease', delay: 0 },
        },
      },
      {
        animates: [
          { type: 'style', args: ['opacity', 0.5] },
          { type: 'style', args: ['width', '80px'] },
        ],
        option: {
          transformOrigin: '50% 50% 0',
          transition: { duration: 30, timingFunction: 'ease', delay: 10 },
        },
      },
    ]);
    await app.see('transitionend');
    await eventually(
      async () => `it stands at ${await app.read('#mover', 'width')}`,
      async () => ((await app.read('#mover', 'width')) === '80px' ? true : undefined),
    );
    expect(await app.read('#mover', 'opacity')).toBe('0.5');
    expect(await app.read('#mover', 'transform')).toMatch(/^matrix\(.*, 40, 0\)$/);
  });
});

describe('pickers', () => {
  it('change their second list by the first while they are open', async () => {
    await app.tap('choose two');
    await app.tap('bread');
    await app.see('two:columnchange:');
    await app.tap('white');
    await app.tap('确定');
    await app.see('two:change:[1,1]');
  });

  it('know the hours that are left by their bounds', async () => {
    await app.tap('choose a time');
    await app.tap('11');
    await app.seeNot('45');
    await app.tap('确定');
    await app.see('time:change:"11:05"');
    await app.tap('choose a time');
    await app.tap('取消');
    await app.see('time:cancel');
  });

  it('choose a region, with the places inside it', async () => {
    await app.tap('choose a region');
    await app.see('海珠区');
    await app.tap('深圳市');
    await app.tap('确定');
    await app.see('region:change:["广东省","深圳市","南山区"]');
  });

  it('turn as wheels in the page', async () => {
    await app.drag('two', { y: -40 });
    await app.see('wheels:pickstart');
    await app.see('wheels:change:[2,0]');
    await app.drag('four', { y: -100 });
    await app.see('wheels:change:[2,1]');
  });
});

it('draws a list of rich nodes with what each element may keep', async () => {
  const html = await (await app.topFrame()).locator('#list').innerHTML();
  expect(html).toBe(
    '<p class="title" style="color: red">a&nbsp;&nbsp;b&nbsp;&amp;&nbsp;c<img alt="a dot" src="/package/assets/dot.png" width="10"></p>' +
      '<table width="100"><tr><td colspan="2"></td></tr></table>',
  );
});

it('previews media one after the other', async () => {
  const sources = [{ url: 'data:image/png;base64,' }, { url: 'wxfile://tmp_none.mp4', type: 'video' }];
  expect((await bench.call('previewMedia', { sources, current: 0 })).outcome).toBe('success');
  await app.see('1/2');
  await app.swipe('left');
  await app.see('2/2');
  await app.page.locator('.wxr-preview').tap({ position: { x: 5, y: 5 } });
  await app.seeNot('2/2');
  app.forgive(/tmp_none/);
});

it('had no problem so far', () => {
  expect(app.problems()).toEqual([]);
});

it('refuses a web-view by name', async () => {
  await bench.run('webView');
  await app.see('web:error');
  expect(app.problems()).toEqual(['error: web-view is refused by this runtime: https://elsewhere.example/']);
});
