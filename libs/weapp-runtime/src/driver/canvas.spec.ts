import path from 'node:path';
import { Bench, FIXTURE } from '../testing/bench';
import { provesItsCases } from '../testing/proofs';
import { eventually } from './finder';
import { type WeappDriver, launch } from './weapp';

let app: WeappDriver;
let bench: Bench;

beforeAll(async () => {
  app = await launch({ dist: FIXTURE, path: 'pages/studio' });
  bench = new Bench(app);
}, 30_000);
afterAll(() => app?.close());
provesItsCases(() => app);

it('gives the node of a canvas, the same each time, with the element’s size beside it', async () => {
  expect(await bench.run('node')).toEqual([100, 60, 300, 150, true]);
});

it('draws at the device’s density, reads it back at once and shows it', async () => {
  expect(await bench.run('paint')).toEqual([[255, 0, 0, 255], [0, 128, 0, 255], 'rgb(0, 128, 0)', true]);
  const frame = await app.topFrame();
  const shown = await eventually(
    () => 'the page never showed what was drawn',
    () =>
      frame.locator('#board canvas').evaluate((canvas: HTMLCanvasElement) => {
        const context = canvas.getContext('2d');
        if (canvas.width !== 200 || !context) return undefined;
        return [...context.getImageData(10, 10, 1, 1).data, ...context.getImageData(150, 10, 1, 1).data];
      }),
  );
  expect(shown).toEqual([255, 0, 0, 255, 0, 128, 0, 255]);
});

it('knows gradients, clips, transparency, text and what save and restore are for', async () => {
  expect(await bench.run('shapes')).toEqual({
    left: 1,
    right: 254,
    inCircle: [0, 255, 0, 127],
    outside: [0, 0, 0, 0],
    alpha: 1,
    wide: true,
    dash: [4, 2],
  });
});

it('writes pixels, held between 0 and 255', async () => {
  expect(await bench.run('pixels')).toEqual([
    [10, 0, 0, 255],
    [255, 0, 0, 255],
    [0, 0, 0, 0],
  ]);
});

it('draws a photo upright, and one canvas onto another', async () => {
  await app.choosePhotos([path.join(FIXTURE, 'assets/turned.jpg')]);
  const chosen = await bench.call('chooseImage', { count: 1 });
  const [src] = chosen.result.tempFilePaths as string[];
  const [width, height, top, bottom] = (await bench.run('pictures', { src })) as [
    number,
    number,
    number[],
    number[],
  ];
  expect([width, height]).toEqual([10, 20]);
  expect(top[0]).toBeGreaterThan(200);
  expect(bottom[0]).toBeLessThan(50);
  expect((await bench.call('getImageInfo', { src })).result).toMatchObject({
    width: 20,
    height: 10,
    orientation: 'right',
    type: 'jpeg',
  });
});

it('takes a picture of the package, and tells onerror of what is none', async () => {
  expect(await bench.run('pictures', { src: '/assets/dot.png' })).toEqual([
    1,
    1,
    [0, 255, 0, 127],
    [0, 255, 0, 127],
  ]);
  expect(await bench.run('noPicture')).toBe('image:fail decode image fail');
});

it('throws where a browser throws', async () => {
  expect(await bench.run('drawNothing')).toMatch(/^TypeError: drawImage/);
});

it.each([
  [{}, { width: 400, height: 240, type: 'png' }],
  [
    { x: 100, width: 100, height: 50, destWidth: 20, destHeight: 10, fileType: 'jpg' },
    { width: 20, height: 10, type: 'jpeg' },
  ],
])('exports %j', async (options, info) => {
  expect(await bench.run('export', options)).toMatchObject(info);
});

it('fails to export a canvas that is no node of a page, or nothing of one', async () => {
  expect(await bench.run('exportOffscreen')).toBe('canvasToTempFilePath:fail canvas is empty');
  expect(await bench.run('exportEmpty')).toBe('canvasToTempFilePath:fail create bitmap failed');
  const byId = await bench.call('canvasToTempFilePath', { canvasId: 'old' });
  expect(byId.result.errMsg).toBe('canvasToTempFilePath:fail canvas is empty');
});

it('gives data URLs of both kinds', async () => {
  expect(await bench.run('dataUrl')).toEqual(['data:image/png;base64,iVBO', 'data:image/jpeg;base64,/9j/']);
});

it('tells where on the canvas a finger came down', async () => {
  await app.tap('board');
  await app.see('board touched at 50 30');
});

it('had no problem so far', () => {
  expect(app.problems()).toEqual([]);
});

it('warns of a canvas of the old kind, and names WebGL as missing', async () => {
  expect(await bench.run('oldKind')).toBeNull();
  expect(await bench.run('webgl')).toBeNull();
  expect(app.problems()).toEqual([
    'warning: a canvas without type="2d" was asked for its node: it has none',
    "wx.createOffscreenCanvas({ type: 'webgl' }) is not implemented by this runtime",
    "wx.canvas.getContext('webgl') is not implemented by this runtime",
  ]);
  app.forgive(/canvas/i);
});
