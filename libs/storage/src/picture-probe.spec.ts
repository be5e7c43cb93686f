import { AppError } from '@wuhao/core';
import fc from 'fast-check';
import { PictureProbe } from './picture-probe';
import { badPictures, heavyPhoto, hugePng, jpegPhoto, phonePhoto, photo } from './testing';

/** What the probe says about bytes that come in pieces of this size: a code, or how many bytes it needed. */
function probe(bytes: Buffer, pieceSize = 1000): { code: string; after: number } {
  const probe = new PictureProbe();
  let after = 0;
  try {
    for (; after < bytes.length; after += pieceSize) probe.push(bytes.subarray(after, after + pieceSize));
    probe.end();
    return { code: 'ok', after };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { code: error.code, after };
  }
}

const REFUSED: Record<string, string> = {
  empty: 'PICTURE_UNREADABLE',
  oneByte: 'PICTURE_UNREADABLE',
  text: 'FILE_TYPE_REFUSED',
  svg: 'FILE_TYPE_REFUSED',
  gif: 'FILE_TYPE_REFUSED',
  tiff: 'FILE_TYPE_REFUSED',
  truncatedJpeg: 'PICTURE_UNREADABLE',
  truncatedPng: 'PICTURE_UNREADABLE',
  truncatedWebp: 'PICTURE_UNREADABLE',
  jpegWithoutPixels: 'PICTURE_UNREADABLE',
  jpegOf4Gigapixels: 'FILE_TOO_LARGE',
  pngOf900Megapixels: 'FILE_TOO_LARGE',
  lineOf30000Pixels: 'FILE_TOO_LARGE',
  jpegAndScript: 'FILE_TYPE_REFUSED',
  jpegAndPage: 'FILE_TYPE_REFUSED',
  jpegAndArchive: 'FILE_TYPE_REFUSED',
  pngAndPhp: 'FILE_TYPE_REFUSED',
  // Only decoding shows it.
  pngWithBadChecksum: 'ok',
};

describe('the probe of an upload', () => {
  it('knows what bad files are, however they are cut into pieces', async () => {
    const files = await badPictures();
    const found = (pieceSize: number) =>
      Object.fromEntries(Object.entries(files).map(([name, bytes]) => [name, probe(bytes, pieceSize).code]));
    expect(found(65_536)).toEqual(REFUSED);
    expect(found(7)).toEqual(REFUSED);
    expect(found(1)).toEqual(REFUSED);
  });

  it('lets pictures through, also with a film behind them as phones write it', async () => {
    const shot = await photo({ width: 300, height: 200 });
    const film = Buffer.concat([Buffer.from('\0\0\0\x18ftypmp42', 'latin1'), await heavyPhoto(0.2)]);
    const pictures = [
      await jpegPhoto(),
      await phonePhoto(6),
      await shot.clone().jpeg({ progressive: true }).toBuffer(),
      await shot.clone().png({ progressive: true }).toBuffer(),
      await shot.clone().webp().toBuffer(),
      await shot.clone().webp({ lossless: true }).toBuffer(),
      await shot.clone().ensureAlpha(0.5).webp().toBuffer(),
      Buffer.concat([await jpegPhoto(), film]),
    ];
    expect(pictures.map((bytes) => probe(bytes).code)).toEqual(pictures.map(() => 'ok'));
  });

  it('refuses by the first bytes, and sizes by the header', async () => {
    expect(probe(Buffer.alloc(1_000_000, 'text'), 10)).toEqual({ code: 'FILE_TYPE_REFUSED', after: 0 });
    expect(probe(await hugePng(), 8)).toEqual({ code: 'FILE_TOO_LARGE', after: 24 });
    expect(probe(await hugePng({ width: 8000, height: 6250 })).code).toBe('ok');
    expect(probe(await hugePng({ width: 8000, height: 6251 })).code).toBe('FILE_TOO_LARGE');
  });

  it('refuses more than 10 MB as soon as they have come', async () => {
    const endless = Buffer.concat([(await jpegPhoto()).subarray(0, -2), Buffer.alloc(11 * 1024 * 1024)]);
    const { code, after } = probe(endless, 65_536);
    expect(code).toBe('FILE_TOO_LARGE');
    expect(after).toBe(10 * 1024 * 1024);
  });

  it('says the same of any bytes in any pieces, and never fails otherwise', async () => {
    const seeds = [
      await jpegPhoto(),
      (await hugePng({ width: 64, height: 64 })).subarray(0),
      await (await photo({ width: 20, height: 20 })).webp().toBuffer(),
    ];
    const damaged = fc
      .tuple(
        fc.constantFrom(...seeds),
        fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 12 }),
        fc.nat(),
      )
      .map(([seed, changes, cut]) => {
        const bytes = Buffer.from(seed);
        for (const [at, value] of changes) bytes[at % Math.min(bytes.length, 600)] = value;
        return bytes.subarray(0, cut % 3 === 0 ? cut % bytes.length : bytes.length);
      });
    fc.assert(
      fc.property(damaged, fc.integer({ min: 1, max: 5000 }), (bytes, pieceSize) => {
        expect(probe(bytes, pieceSize).code).toBe(probe(bytes, 1_000_000).code);
      }),
      { numRuns: 300 },
    );
  });
});
