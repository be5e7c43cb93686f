import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import { PictureEncoder } from './picture-encoder';
import { PICTURE_SIDE_PX, SCREEN_SIDE_PX } from './picture-rules';
import { photo } from './testing';

const SIZE = { width: 1800, height: PICTURE_SIDE_PX };
let picture: Buffer;
const encoder = new PictureEncoder();
afterAll(() => encoder.onApplicationShutdown());
beforeAll(async () => {
  // Its quarters are red, green, blue and white, clockwise from the top left.
  picture = await (await photo(SIZE)).jpeg().toBuffer();
});

const sizeOf = async (bytes: Buffer) => {
  const { format, width, height } = await sharp(bytes).metadata();
  return { format, width, height };
};

describe('a part of a picture', () => {
  it.each([
    ['red', { x: 100, y: 100, w: 300, h: 80 }, [255, 0, 0]],
    ['green', { x: 1400, y: 100, w: 300, h: 80 }, [0, 255, 0]],
    ['white', { x: 100, y: 2200, w: 300, h: 80 }, [255, 255, 255]],
    ['the last pixels', { x: 1798, y: 2398, w: 2, h: 2 }, [0, 0, 255]],
  ])('is what the box says: %s', async (_name, box, colour) => {
    const part = await encoder.cut(picture, box, 'webp');
    expect(await sizeOf(part)).toEqual({ format: 'webp', width: box.w, height: box.h });
    const { channels } = await sharp(part).stats();
    channels.slice(0, 3).forEach(({ mean }, n) => expect(Math.abs(mean - colour[n]!)).toBeLessThan(8));
  });

  it('is the whole picture as large as a screen needs it', async () => {
    const whole = { x: 0, y: 0, w: SIZE.width, h: SIZE.height };
    const screen = { width: (SIZE.width * SCREEN_SIDE_PX) / SIZE.height, height: SCREEN_SIDE_PX };
    expect(await sizeOf(await encoder.cut(picture, whole, 'jpeg'))).toEqual({ format: 'jpeg', ...screen });
    expect(await sizeOf(await encoder.cut(picture, whole, 'webp'))).toEqual({ format: 'webp', ...screen });
    const wide = { x: 0, y: 0, w: SIZE.width, h: 900 };
    expect(await sizeOf(await encoder.cut(picture, wide, 'jpeg'))).toMatchObject({
      width: 1440,
      height: 720,
    });
  });

  it.each([
    ['empty', { x: 0, y: 0, w: 0, h: 10 }],
    ['too far right', { x: 1700, y: 0, w: 101, h: 10 }],
    ['too far down', { x: 0, y: 2400, w: 1, h: 1 }],
    ['far away', { x: 99_999, y: 99_999, w: 99_999, h: 99_999 }],
  ])('is refused where there is no such part: %s', async (_name, box) => {
    await expect(encoder.cut(picture, box, 'jpeg')).rejects.toMatchObject({ code: 'VALIDATION_FAILED' });
  });

  const CORNER = { x: 0, y: 0, w: 20, h: 20 };

  it('does not wait for uploads', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'wuhao-part-'));
    const done: string[] = [];
    const uploads = [1, 2, 3, 4, 5].map(async (n) => {
      await writeFile(path.join(folder, `${n}`), picture);
      await encoder.encode(path.join(folder, `${n}`));
      done.push(`upload ${n}`);
    });
    await Promise.race(uploads);
    await encoder.cut(picture, CORNER, 'jpeg');
    done.push('part');
    await Promise.all(uploads);
    expect(done.at(-1)).toMatch(/^upload/);
    await rm(folder, { recursive: true });
  });

  it('comes although the process dies of what is beside it', async () => {
    const { child } = encoder as unknown as { child: Promise<{ kill(signal: string): void }> };
    const parts = [1, 2, 3].map(() => encoder.cut(picture, CORNER, 'webp'));
    (await child).kill('SIGKILL');
    for (const part of await Promise.all(parts)) expect(await sizeOf(part)).toMatchObject({ width: 20 });
  });
});
