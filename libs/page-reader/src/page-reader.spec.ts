import { readFileSync } from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';
import { PageReader, type PageItem, PageReaderError } from './index';

type Truth = { text: string; verdict: string; box: { x: number; y: number; w: number; h: number } };

const SAMPLES = path.resolve(__dirname, '../../../samples');
const picture = (name: string): Buffer => readFileSync(path.join(SAMPLES, `${name}.jpg`));
const truthOf = (name: string): Truth[] =>
  JSON.parse(readFileSync(path.join(SAMPLES, `${name}.json`), 'utf8')).items;

/** Half a page is read in half the time. */
async function upperHalf(name: string): Promise<Buffer> {
  const { width, height } = await sharp(picture(name)).metadata();
  const part = { left: 0, top: 0, width, height: Math.round(height / 2) };
  return sharp(picture(name)).extract(part).jpeg({ quality: 95 }).toBuffer();
}

/** The item read where the truth stands; its middle lies inside, and it covers most of the width. */
const readAt = (items: readonly PageItem[], { box }: Truth): PageItem | undefined =>
  items.find((item) => {
    const middle = item.box.y + item.box.h / 2;
    const shared = Math.min(item.box.x + item.box.w, box.x + box.w) - Math.max(item.box.x, box.x);
    return (
      middle > box.y - 8 && middle < box.y + box.h + 8 && shared > 0.5 * box.w && item.box.w < 1.8 * box.w
    );
  });

jest.setTimeout(60_000);

describe('the page reader', () => {
  let reader: PageReader;
  beforeAll(() => (reader = new PageReader()));
  afterAll(() => reader.close());

  it.each([['sheet-1'], ['sheet-5']])('grades %s: never a wrong verdict, nearly every item', async (name) => {
    const upper = await upperHalf(name);
    const { items, problem, width, height } = await reader.read(upper);
    const metadata = await sharp(upper).metadata();
    expect({ problem, width, height }).toEqual({
      problem: null,
      width: metadata.width,
      height: metadata.height,
    });
    const truth = truthOf(name).filter(({ box }) => box.y + box.h < height - 30);
    const pairs = truth.map((item) => ({ item, read: readAt(items, item) }));
    const judged = pairs.filter(({ read }) => read?.verdict === 'correct' || read?.verdict === 'wrong');
    expect(judged.filter(({ item, read }) => read?.verdict !== item.verdict)).toEqual([]);
    expect(pairs.filter(({ read }) => read).length).toBeGreaterThan(0.95 * truth.length);
    const answered = truth.filter(({ verdict }) => verdict !== 'unanswered');
    expect(judged.length).toBeGreaterThan(0.85 * answered.length);
    for (const { box, confidence } of items) {
      expect(Object.values(box).every(Number.isInteger)).toBe(true);
      expect(box.x + box.w).toBeLessThanOrEqual(width);
      expect(box.y + box.h).toBeLessThanOrEqual(height);
      expect(confidence).toBeGreaterThanOrEqual(0);
      expect(confidence).toBeLessThanOrEqual(1);
    }
  });

  it('turns the picture upright as its EXIF data say before it measures', async () => {
    const part = { left: 0, top: 300, width: 1000, height: 500 };
    const upright = await sharp(picture('sheet-3')).extract(part).toBuffer();
    const lying = await sharp(upright).rotate(90).withMetadata({ orientation: 8 }).jpeg().toBuffer();
    const { items } = await reader.read(upright);
    const reading = await reader.read(lying);
    expect(reading).toMatchObject({ width: 1000, height: 500, problem: null });
    const right = (all: readonly PageItem[]) => all.filter(({ verdict }) => verdict === 'correct');
    expect(right(reading.items).map(({ text }) => text)).toEqual(right(items).map(({ text }) => text));
    expect(right(items).length).toBeGreaterThan(2);
  });

  it.each([
    ['upside_down', () => sharp(picture('sheet-2')).rotate(180).jpeg().toBuffer()],
    ['upside_down', () => sharp(picture('sheet-4')).rotate(90).jpeg().toBuffer()],
    [
      'blurred',
      () =>
        sharp(picture('sheet-2'))
          .extract({ left: 0, top: 0, width: 1300, height: 700 })
          .blur(9)
          .jpeg()
          .toBuffer(),
    ],
    [
      'no_arithmetic',
      () =>
        sharp({ create: { width: 900, height: 1200, channels: 3, background: '#eee' } })
          .png()
          .toBuffer(),
    ],
    ['picture_unreadable', async () => Buffer.from('not a picture')],
    ['picture_unreadable', async () => Buffer.alloc(0)],
    ['picture_unreadable', async () => picture('sheet-1').subarray(0, 2000)],
  ] as const)('says %s', async (problem, make) => {
    const reading = await reader.read(await make());
    expect(reading).toMatchObject({ items: [], problem });
  });
});

describe('its process', () => {
  const small = (): Promise<Buffer> =>
    sharp(picture('sheet-2'))
      .resize(640)
      .extract({ left: 0, top: 0, width: 640, height: 300 })
      .jpeg()
      .toBuffer();
  let reader: PageReader;
  afterEach(() => reader.close());

  it('is replaced after it was killed in the middle of a page', async () => {
    reader = new PageReader();
    await reader.read(await small());
    const reading = reader.read(picture('sheet-2'));
    setTimeout(() => process.kill(reader.pid!, 'SIGKILL'), 200);
    await expect(reading).rejects.toMatchObject({
      name: 'PageReaderError',
      reason: 'crashed',
      retryable: true,
    });
    await expect(reader.read(await small())).resolves.toMatchObject({ width: 640 });
  });

  it('is killed when a page takes too long, and the next page is read', async () => {
    reader = new PageReader({ timeoutMs: 150 });
    await expect(reader.read(picture('sheet-2'))).rejects.toMatchObject({ reason: 'timeout' });
    await expect(reader.read(Buffer.from('quickly refused'))).resolves.toMatchObject({
      problem: 'picture_unreadable',
    });
  });

  it('is killed when it grows too large', async () => {
    reader = new PageReader({ memoryLimitMb: 200 });
    const error = await reader.read(picture('sheet-2')).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(PageReaderError);
    expect(error).toMatchObject({ reason: 'memory' });
  });

  it('stops at once when nobody waits any more, and reads the page behind', async () => {
    reader = new PageReader();
    await reader.read(await small());
    const abort = new AbortController();
    const first = reader.read(picture('sheet-2'), abort.signal);
    const behind = reader.read(await small());
    setTimeout(() => abort.abort(new Error('gone')), 150);
    await expect(first).rejects.toThrow('gone');
    await expect(behind).resolves.toMatchObject({ width: 640 });
    await expect(reader.read(await small(), AbortSignal.abort(new Error('late')))).rejects.toThrow('late');
  });

  it('has none of the secrets of its parent', async () => {
    process.env['TOKEN_SECRET'] = 'kept-from-the-child';
    reader = new PageReader();
    await reader.read(Buffer.from('x'));
    expect(readFileSync(`/proc/${reader.pid}/environ`, 'utf8')).not.toContain('kept-from-the-child');
    delete process.env['TOKEN_SECRET'];
  });
});
