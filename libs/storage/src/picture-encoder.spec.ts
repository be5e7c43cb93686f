import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import { PictureEncoder } from './picture-encoder';
import { badPictures, jpegPhoto, phonePhoto, photo } from './testing';

let folder: string;
let encoder: PictureEncoder;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'wuhao-encoder-'));
  encoder = new PictureEncoder();
});
afterAll(async () => {
  await encoder.onApplicationShutdown();
  await rm(folder, { recursive: true });
});

let uploads = 0;
async function encode(bytes: Buffer) {
  const file = path.join(folder, String(++uploads));
  await writeFile(file, bytes);
  const encoded = await encoder.encode(file);
  return {
    encoded,
    picture: await readFile(`${file}.picture`),
    thumbnail: await readFile(`${file}.thumbnail`),
  };
}

/** The colours of the corners, clockwise from the top left, as letters. */
async function corners(picture: Buffer): Promise<string> {
  const { data, info } = await sharp(picture).raw().toBuffer({ resolveWithObject: true });
  const at = (x: number, y: number) => {
    const i = (Math.floor(y * info.height) * info.width + Math.floor(x * info.width)) * info.channels;
    const [r, g, b] = [data[i]! > 128, data[i + 1]! > 128, data[i + 2]! > 128];
    return r && g && b ? 'w' : r ? 'r' : g ? 'g' : b ? 'b' : '-';
  };
  return at(0.2, 0.2) + at(0.8, 0.2) + at(0.8, 0.8) + at(0.2, 0.8);
}

describe('the encoder of pictures', () => {
  it.each([
    [1, 'rgbw'],
    [2, 'grwb'],
    [3, 'bwrg'],
    [4, 'wbgr'],
    [5, 'rwbg'],
    [6, 'wrgb'],
    [7, 'bgrw'],
    [8, 'gbwr'],
  ])('turns a photo of orientation %i upright', async (orientation, expected) => {
    const upload = await phonePhoto(orientation);
    const { encoded, picture, thumbnail } = await encode(upload);
    expect(await corners(picture)).toBe(expected);
    expect(await corners(thumbnail)).toBe(expected);
    // An independent opinion on what upright is.
    expect(await corners(await sharp(upload).autoOrient().toBuffer())).toBe(expected);
    expect([encoded.width, encoded.height]).toEqual(orientation < 5 ? [400, 300] : [300, 400]);
  });

  it('leaves no place, no maker and no colour profile in picture and thumbnail', async () => {
    const upload = await phonePhoto(6);
    expect(upload.includes('PlantedPhoneMaker')).toBe(true);
    expect((await sharp(upload).metadata()).icc).toBeDefined();
    const { picture, thumbnail } = await encode(upload);
    for (const bytes of [picture, thumbnail]) {
      const { exif, icc, xmp, iptc, format, orientation, comments } = await sharp(bytes).metadata();
      expect({ exif, icc, xmp, iptc, orientation, comments }).toEqual({});
      expect(format).toBe('jpeg');
      expect(bytes.includes('PlantedPhoneMaker')).toBe(false);
      expect(bytes.includes('Exif')).toBe(false);
    }
  });

  it.each([
    ['a large photo', { width: 5000, height: 2500 }, [2400, 1200], [320, 160]],
    ['a tall photo', { width: 600, height: 4800 }, [300, 2400], [40, 320]],
    ['a small photo, which it does not blow up', { width: 120, height: 90 }, [120, 90], [120, 90]],
    ['a dot', { width: 2, height: 2 }, [2, 2], [2, 2]],
  ])('fits %s', async (_name, size, expected, expectedThumbnail) => {
    const { encoded, picture, thumbnail } = await encode(await jpegPhoto(size));
    const stored = await sharp(picture).metadata();
    const small = await sharp(thumbnail).metadata();
    expect([stored.width, stored.height]).toEqual(expected);
    expect([small.width, small.height]).toEqual(expectedThumbnail);
    expect(encoded).toEqual({ width: stored.width, height: stored.height, bytes: picture.length });
  });

  it.each(['png', 'webp', 'jpeg'] as const)('makes a JPEG of three colours from %s', async (format) => {
    const shot = await photo({ width: 400, height: 300 });
    const { picture } = await encode(await shot.toFormat(format).toBuffer());
    expect(await sharp(picture).metadata()).toMatchObject({ format: 'jpeg', channels: 3, space: 'srgb' });
    expect(await corners(picture)).toBe('rgbw');
  });

  it('puts transparent pictures on white, and makes colours of grey and CMYK', async () => {
    const transparent = {
      width: 40,
      height: 40,
      channels: 4,
      background: { r: 0, g: 0, b: 0, alpha: 0 },
    } as const;
    const shot = await photo({ width: 400, height: 300 });
    const clear = await encode(await sharp({ create: transparent }).png().toBuffer());
    expect(await corners(clear.picture)).toBe('wwww');
    const grey = await encode(await shot.clone().greyscale().jpeg().toBuffer());
    expect(await sharp(grey.picture).metadata()).toMatchObject({ channels: 3, space: 'srgb' });
    const cmyk = await encode(await shot.clone().toColourspace('cmyk').jpeg().toBuffer());
    expect(await sharp(cmyk.picture).metadata()).toMatchObject({ channels: 3, space: 'srgb' });
  });

  it('refuses what it cannot decode whole, with nothing written', async () => {
    const bad = await badPictures();
    for (const name of [
      'text',
      'truncatedJpeg',
      'truncatedPng',
      'jpegWithoutPixels',
      'pngWithBadChecksum',
      'pngOf900Megapixels',
      'empty',
    ]) {
      await expect(encode(bad[name]!)).rejects.toMatchObject({ code: 'PICTURE_UNREADABLE' });
      expect(existsSync(path.join(folder, `${uploads}.picture`))).toBe(false);
    }
  });

  it('goes on with a new process when its process has died', async () => {
    await encode(await jpegPhoto());
    const running = (encoder as unknown as { child: Promise<{ kill(signal: string): void }> }).child;
    (await running).kill('SIGKILL');
    const outcomes = await Promise.allSettled([encode(await jpegPhoto()), encode(await jpegPhoto())]);
    expect(outcomes.at(-1)!.status).toBe('fulfilled');
  });

  it('says that there is no room rather than blaming the picture', async () => {
    const file = path.join(folder, 'blocked');
    await writeFile(file, await jpegPhoto());
    await mkdir(`${file}.picture`);
    await expect(encoder.encode(file)).rejects.toMatchObject({
      code: 'STORAGE_UNAVAILABLE',
      retryable: true,
    });
  });
});
