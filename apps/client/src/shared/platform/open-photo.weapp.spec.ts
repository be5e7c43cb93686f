import Taro from '@tarojs/taro';
import { UNTOUCHED } from '../photo/edit';
import { openPhoto } from './open-photo.weapp';

/** What the phone takes its time for, in the order in which it is asked. */
type Step = 'find the canvas' | 'load the picture' | 'write the file';

const canvas = {
  ...{ width: 300, height: 150 },
  createImage: () => anImage('load the picture'),
  getContext: () => ({
    ...{ fillRect: jest.fn(), translate: jest.fn(), rotate: jest.fn(), drawImage: () => done.push('paint') },
  }),
};
const done: string[] = [];
let waitsAt: Step | null = null;
let goOn = (): void => undefined;

const step = (name: Step, go: () => void): void => {
  done.push(name);
  if (name === waitsAt) goOn = go;
  else go();
};
const anImage = (name?: Step) => {
  const image = { width: 4000, height: 3000, onload: () => undefined, src: '' };
  Object.defineProperty(image, 'src', {
    set: () => (name ? step(name, () => image.onload()) : image.onload()),
  });
  return image;
};

Object.assign(Taro, {
  getImageInfo: async () => ({ width: 4000, height: 3000, orientation: 'up' }),
  createOffscreenCanvas: () => ({ createImage: () => anImage() }),
  createSelectorQuery: () => {
    const query = {
      select: () => query,
      fields: () => query,
      exec: (tell: (found: unknown[]) => void) => step('find the canvas', () => tell([{ node: canvas }])),
    };
    return query;
  },
  canvasToTempFilePath: () =>
    new Promise((resolve) => step('write the file', () => resolve({ tempFilePath: 'tmp/drawn.jpg' }))),
});

const draw = async (signal: AbortSignal) => {
  const opened = await openPhoto({ id: 'a', url: 'a.jpg' });
  return opened!.draw(UNTOUCHED, { sidePx: 2400, quality: 0.8 }, signal);
};
const ALL = ['find the canvas', 'load the picture', 'paint', 'write the file'];

beforeEach(() => {
  done.length = 0;
  waitsAt = null;
  Object.assign(canvas, { width: 300, height: 150 });
});

it("draws on the page's canvas and frees its pixels", async () => {
  expect(await draw(new AbortController().signal)).toMatchObject({ url: 'tmp/drawn.jpg' });
  expect(done).toEqual(ALL);
  expect(canvas).toMatchObject({ width: 1, height: 1 });
});

it('does not look for a canvas when it was given up before', async () => {
  const leaving = new AbortController();
  leaving.abort();
  await expect(draw(leaving.signal)).rejects.toThrow('given up');
  expect(done).toEqual([]);
});

// Another drawing may have this canvas by then.
it.each<[Step, { width: number; height: number }]>([
  ['find the canvas', { width: 300, height: 150 }],
  ['load the picture', { width: 300, height: 150 }],
  ['write the file', { width: 2400, height: 1800 }],
])('leaves the canvas alone once it was given up, waiting to %s', async (waiting, size) => {
  waitsAt = waiting;
  const leaving = new AbortController();
  const drawing = draw(leaving.signal);
  await new Promise((resolve) => setTimeout(resolve));
  leaving.abort();
  goOn();
  await expect(drawing).rejects.toThrow('given up');
  expect(done).toEqual(ALL.slice(0, ALL.indexOf(waiting) + 1));
  expect(canvas).toMatchObject(size);
});
