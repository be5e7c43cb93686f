// Runs as a process of its own (picture-encoder.ts): imports nothing of ours, so that it starts fast and plain.
import { writeFile } from 'node:fs/promises';
import sharp from 'sharp';

/** An upload to encode beside its file, or a part to cut out of a picture that was encoded here before. */
export type EncodeJob = { file: string; maxPixels: number; pictureSidePx: number; thumbnailSidePx: number };
export type CutJob = {
  picture: Uint8Array;
  part: { x: number; y: number; w: number; h: number };
  sidePx: number;
  type: 'jpeg' | 'webp';
};
export type Answer =
  | { kind: 'ready' }
  | { kind: 'encoded'; width: number; height: number; bytes: number }
  | { kind: 'cut'; bytes: Uint8Array }
  | { kind: 'outside' }
  | { kind: 'refused'; why: string }
  | { kind: 'disk'; why: string };
/** What passes between the processes: an answer carries the number of its job, 0 says that the process is there. */
export type Numbered<T> = { n: number; of: T };

/** EXIF orientation as what to do to the pixels, in the order of sharp: flop (left-right), then rotate. */
const UPRIGHT: Record<number, { angle: 0 | 90 | 180 | 270; mirrored: boolean }> = {
  2: { angle: 0, mirrored: true },
  3: { angle: 180, mirrored: false },
  4: { angle: 180, mirrored: true },
  5: { angle: 270, mirrored: true },
  6: { angle: 90, mirrored: false },
  7: { angle: 90, mirrored: true },
  8: { angle: 270, mirrored: false },
};

// Memory counts for more than speed here: one thread, nothing cached, one pass of the encoder.
sharp.cache(false);
sharp.concurrency(1);
const jpeg = { quality: 85, optimiseCoding: false };
const fit = (side: number) =>
  ({ width: side, height: side, fit: 'inside', withoutEnlargement: true }) as const;

/** Shrinks while reading line by line, and turns what is left: turning first would hold all pixels of the photo. */
async function upright({ file, maxPixels, pictureSidePx }: EncodeJob) {
  const input = sharp(file, { limitInputPixels: maxPixels, sequentialRead: true, failOn: 'error' });
  const { orientation = 1 } = await input.metadata();
  // Transparent is white paper; any colour space becomes sRGB; no metadata is asked for, so none is written.
  const small = input.resize(fit(pictureSidePx)).flatten({ background: '#fff' }).toColourspace('srgb');
  const turn = UPRIGHT[orientation];
  if (!turn) return small.jpeg(jpeg).toBuffer({ resolveWithObject: true });
  const { data, info } = await small.raw().toBuffer({ resolveWithObject: true });
  return sharp(data, { raw: info })
    .flop(turn.mirrored)
    .rotate(turn.angle)
    .jpeg(jpeg)
    .toBuffer({ resolveWithObject: true });
}

async function encode(job: EncodeJob): Promise<Answer> {
  let picture, thumbnail;
  try {
    picture = await upright(job);
    thumbnail = await sharp(picture.data)
      .resize(fit(job.thumbnailSidePx))
      .jpeg({ ...jpeg, quality: 75 })
      .toBuffer();
  } catch (error) {
    return { kind: 'refused', why: String(error) };
  }
  try {
    await writeFile(`${job.file}.picture`, picture.data);
    await writeFile(`${job.file}.thumbnail`, thumbnail);
  } catch (error) {
    return { kind: 'disk', why: String(error) };
  }
  return {
    kind: 'encoded',
    width: picture.info.width,
    height: picture.info.height,
    bytes: picture.data.length,
  };
}

async function cut({ picture, part: { x, y, w, h }, sidePx, type }: CutJob): Promise<Answer> {
  try {
    const input = sharp(picture, { sequentialRead: true });
    const { width, height } = await input.metadata();
    if (w < 1 || h < 1 || x + w > width || y + h > height) return { kind: 'outside' };
    const isWhole = w === width && h === height;
    const part = isWhole ? input : input.extract({ left: x, top: y, width: w, height: h });
    const small = part.resize(fit(sidePx));
    // Effort 2 gives 3 % more bytes in half of the time.
    const coded = type === 'webp' ? small.webp({ quality: 75, effort: 2 }) : small.jpeg({ quality: 75 });
    return { kind: 'cut', bytes: await coded.toBuffer() };
  } catch (error) {
    return { kind: 'refused', why: String(error) };
  }
}

const answer = (n: number, of: Answer) => process.send?.({ n, of } satisfies Numbered<Answer>);

process.on('message', ({ n, of }: Numbered<EncodeJob | CutJob>) => {
  void ('file' in of ? encode(of) : cut(of)).then((done) => {
    answer(n, done);
    // Pixels lie outside the heap: without this they wait for a collection that a small heap rarely needs.
    globalThis.gc?.();
  });
});
// The parent is gone.
process.on('disconnect', () => process.exit(0));
// Loads what the first upload would otherwise wait for.
const blank = { create: { width: 640, height: 480, channels: 3, background: '#fff' } } as const;
void sharp(blank)
  .jpeg()
  .toBuffer()
  .then((bytes) => sharp(bytes).resize(fit(320)).flatten().toColourspace('srgb').jpeg(jpeg).toBuffer())
  .then(() => answer(0, { kind: 'ready' }));
