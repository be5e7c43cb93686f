import path from 'node:path';
import sharp, { type Sharp } from 'sharp';
import { toGrey } from './grey-bitmap';
import { findHints, type Hint, type Looked } from './hints';

const SHEETS = [1, 5, 7];
const sheet = (n: number) => path.resolve(__dirname, `../../../../../samples/sheet-${n}.jpg`);

/** The pixels as a canvas would give them. */
const opened = async (picture: Sharp): Promise<Looked & { load(): Promise<Looked> }> => {
  const { data, info } = await picture.removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const { width, height } = info;
  const raw = () => sharp(data, { raw: { width, height, channels: 3 } });
  const asked: { key: string; part: [number, number, number, number]; sidePx: number }[] = [];
  const ready = new Map<string, ReturnType<typeof toGrey>>();
  const looked: Looked = {
    width,
    height,
    grey: ({ x, y, w, h }, sidePx) => {
      const part = [x, y, w, h].map(Math.floor) as [number, number, number, number];
      const key = [...part, sidePx].join();
      const bitmap = ready.get(key);
      if (!bitmap) {
        asked.push({ key, part, sidePx });
        throw new Error('not read yet');
      }
      return bitmap;
    },
  };
  const load = async (): Promise<Looked> => {
    for (const { key, part, sidePx } of asked.splice(0)) {
      const [left, top, w, h] = part;
      const small = await raw()
        .extract({ left, top, width: w, height: h }) // throws where that reaches out of the picture
        .resize(sidePx, sidePx, { fit: 'inside', withoutEnlargement: true })
        .ensureAlpha()
        .raw()
        .toBuffer({ resolveWithObject: true });
      ready.set(key, toGrey(new Uint8ClampedArray(small.data), small.info.width, small.info.height));
    }
    return looked;
  };
  return { ...looked, load };
};

/** A canvas answers at once, sharp a moment later: what was asked for is read, and the question put again. */
const hintsOf = async (picture: Sharp): Promise<Hint[]> => {
  const { load } = await opened(picture);
  for (;;) {
    try {
      return findHints(await load());
    } catch (error) {
      if ((error as Error).message !== 'not read yet') throw error;
    }
  }
};

it.each(SHEETS)('has nothing to say about sheet %d as it is', async (n) => {
  expect(await hintsOf(sharp(sheet(n)))).toEqual([]);
});

it.each(SHEETS)('sees when sheet %d is out of focus', async (n) => {
  const { height = 0 } = await sharp(sheet(n)).metadata();
  expect(await hintsOf(sharp(sheet(n)).blur((4 * height) / 2400))).toEqual(['blurred']);
});

it.each(SHEETS)('does not mind the softness of an ordinary photo of sheet %d', async (n) => {
  const { height = 0 } = await sharp(sheet(n)).metadata();
  expect(await hintsOf(sharp(sheet(n)).blur((1.2 * height) / 2400))).toEqual([]);
});

it.each(SHEETS)('sees when sheet %d was taken in the dark', async (n) => {
  expect(await hintsOf(sharp(sheet(n)).linear(0.25, 0))).toEqual(['dark']);
});

it.each(SHEETS)('finds the light of a lamp enough for sheet %d', async (n) => {
  expect(await hintsOf(sharp(sheet(n)).linear(0.55, 0))).toEqual([]);
});

it.each(SHEETS)('sees when sheet %d lies askew, not when it leans a little', async (n) => {
  const turned = async (degrees: number) =>
    hintsOf(sharp(await sharp(sheet(n)).rotate(degrees, { background: '#5c5c5c' }).toBuffer()));
  expect(await turned(22)).toEqual(['tilted']);
  expect(await turned(-22)).toEqual(['tilted']);
  expect(await turned(5)).toEqual([]);
});

it('takes a page on its side for a straight one: turning it is not a matter of taking it again', async () => {
  expect(await hintsOf(sharp(await sharp(sheet(1)).rotate(90).toBuffer()))).toEqual([]);
});
