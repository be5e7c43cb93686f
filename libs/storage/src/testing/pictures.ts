import { crc32, createDeflate } from 'node:zlib';
import sharp, { type Sharp } from 'sharp';

type Size = { width: number; height: number };

/** A photo whose four corners say which way is up: red, green, blue, white, clockwise from the top left. */
export async function photo({ width, height }: Size): Promise<Sharp> {
  const half = { width: Math.floor(width / 2), height: Math.floor(height / 2) };
  const patch = (background: string) =>
    sharp({ create: { ...half, channels: 3, background } })
      .png()
      .toBuffer();
  return sharp({ create: { width, height, channels: 3, background: '#fff' } }).composite([
    { input: await patch('#f00'), left: 0, top: 0 },
    { input: await patch('#0f0'), left: half.width, top: 0 },
    { input: await patch('#00f'), left: half.width, top: half.height },
  ]);
}

export const jpegPhoto = async (size: Size = { width: 400, height: 300 }) =>
  (await photo(size)).jpeg({ quality: 90 }).toBuffer();

/** As a phone writes it: with the maker, the place where it was taken and a colour profile. */
export async function phonePhoto(orientation = 1, size: Size = { width: 400, height: 300 }): Promise<Buffer> {
  const upright = await (await photo(size)).png().toBuffer();
  return sharp(upright)
    .withIccProfile('p3')
    .withExif({
      IFD0: { Make: 'PlantedPhoneMaker', Orientation: String(orientation) },
      IFD3: {
        GPSLatitudeRef: 'N',
        GPSLatitude: '39/1 54/1 20/1',
        GPSLongitudeRef: 'E',
        GPSLongitude: '116/1 23/1 29/1',
      },
    })
    .withMetadata({ orientation })
    .jpeg()
    .toBuffer();
}

/** Noise that no encoder makes small: about `megabytes` of JPEG. */
export async function heavyPhoto(megabytes: number): Promise<Buffer> {
  const width = 2000;
  const height = Math.round((megabytes * 1_000_000) / 2 / width) * 2;
  return sharp({
    create: {
      width,
      height,
      channels: 3,
      noise: { type: 'gaussian', mean: 128, sigma: 60 },
      background: '#888',
    },
  })
    .jpeg({ quality: 90, chromaSubsampling: '4:4:4' })
    .toBuffer();
}

/** A PNG of black pixels by the row, 1 bit each: 30,000 × 30,000 make 900 megapixels in about 110 KB. */
export async function hugePng({ width, height }: Size = { width: 30_000, height: 30_000 }): Promise<Buffer> {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header[8] = 1;
  const deflate = createDeflate({ level: 9 });
  const packed: Buffer[] = [];
  deflate.on('data', (chunk: Buffer) => packed.push(chunk));
  const rows = Buffer.alloc((1 + Math.ceil(width / 8)) * 100);
  for (let y = 0; y < height; y += 100)
    if (!deflate.write(rows)) await new Promise((resolve) => deflate.once('drain', resolve));
  await new Promise((resolve) => deflate.once('end', resolve).end());
  return png([
    ['IHDR', header],
    ['IDAT', Buffer.concat(packed)],
    ['IEND', Buffer.alloc(0)],
  ]);
}

export function png(chunks: [type: string, data: Buffer][]): Buffer {
  const parts = chunks.map(([type, data]) => {
    const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
    const length = Buffer.alloc(4);
    length.writeUInt32BE(data.length);
    const sum = Buffer.alloc(4);
    sum.writeUInt32BE(crc32(named));
    return Buffer.concat([length, named, sum]);
  });
  return Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), ...parts]);
}

const zipEnd = Buffer.concat([Buffer.from('PK\x05\x06', 'latin1'), Buffer.alloc(18)]);

/** Everything that is no picture of ours, by what it is. */
export async function badPictures(): Promise<Record<string, Buffer>> {
  const good = await jpegPhoto();
  const goodPng = await (await photo({ width: 40, height: 30 })).png().toBuffer();
  const goodWebp = await (await photo({ width: 40, height: 30 })).webp().toBuffer();
  const comment = Buffer.from('\xff\xfe\x00\x1b<script>alert(1)</script>', 'latin1');
  return {
    empty: Buffer.alloc(0),
    oneByte: Buffer.from([0xff]),
    text: Buffer.from('This is no picture at all, whatever its name says.\n'.repeat(40)),
    svg: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>1</script></svg>'),
    gif: await sharp(goodPng).gif().toBuffer(),
    tiff: await sharp(goodPng).tiff().toBuffer(),
    truncatedJpeg: good.subarray(0, Math.floor(good.length * 0.7)),
    truncatedPng: goodPng.subarray(0, goodPng.length - 20),
    truncatedWebp: goodWebp.subarray(0, goodWebp.length - 20),
    jpegWithoutPixels: Buffer.concat([
      good.subarray(0, good.indexOf(Buffer.from('ffda', 'hex'))),
      Buffer.from([0xff, 0xd9]),
    ]),
    jpegOf4Gigapixels: withSof(good, 65_500, 65_500),
    pngOf900Megapixels: await hugePng(),
    pngWithBadChecksum: corrupted(goodPng),
    lineOf30000Pixels: await hugePng({ width: 30_000, height: 1 }),
    jpegAndScript: Buffer.concat([good.subarray(0, 2), comment, good.subarray(2)]),
    jpegAndPage: Buffer.concat([good, Buffer.from('<!DOCTYPE html><html><body>hello</body></html>')]),
    jpegAndArchive: Buffer.concat([good, zipEnd]),
    pngAndPhp: Buffer.concat([goodPng, Buffer.from('<?php system($_GET[0]); ?>')]),
  };
}

/** The same JPEG with another size in its frame header. */
function withSof(jpeg: Buffer, width: number, height: number): Buffer {
  const changed = Buffer.from(jpeg);
  const at = changed.indexOf(Buffer.from('ffc0', 'hex'));
  changed.writeUInt16BE(height, at + 5);
  changed.writeUInt16BE(width, at + 7);
  return changed;
}

function corrupted(picture: Buffer): Buffer {
  const changed = Buffer.from(picture);
  const at = changed.indexOf('IDAT') + 10;
  changed.fill(0xaa, at, at + 8);
  return changed;
}
