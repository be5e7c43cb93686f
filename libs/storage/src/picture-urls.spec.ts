import { Clock, uuidv7 } from '@wuhao/core';
import { useTestEnv } from '@wuhao/core/testing';
import { PictureUrls } from './picture-urls';

class FixedClock extends Clock {
  constructor(public at: number) {
    super();
  }
  override now = () => new Date(this.at);
}

const NOON = Date.parse('2026-11-23T12:01:00Z');
const row = { studentId: uuidv7(), fileId: uuidv7(), width: 1200, height: 1600 };

beforeAll(() => useTestEnv());

function parts(url: string) {
  const { pathname, searchParams } = new URL(url, 'http://origin');
  return {
    reference: pathname.split('/').at(-1)!,
    v: searchParams.get('v') as 'picture' | 'thumbnail',
    e: Number(searchParams.get('e')),
    s: searchParams.get('s')!,
  };
}

function setUp() {
  const clock = new FixedClock(NOON);
  const urls = new PictureUrls(clock);
  const verify = ({ reference, v, e, s }: ReturnType<typeof parts>) => urls.verify(reference, v, e, s);
  return { clock, urls, verify };
}

describe('the URLs of pictures', () => {
  it('name their picture and are relative to the origin', () => {
    const { urls, verify } = setUp();
    const picture = urls.pictureOf(row);
    expect(picture).toMatchObject({ id: row.fileId, width: 1200, height: 1600 });
    expect(picture.url).toMatch(/^\/api\/v1\/files\/[\w-]{43}\?v=picture&e=\d+&s=[\w-]{21}$/);
    expect(verify(parts(picture.url))).toMatchObject({ studentId: row.studentId, fileId: row.fileId });
    expect(verify(parts(picture.thumbnailUrl))).toMatchObject({ fileId: row.fileId });
  });

  it('stay the same within five minutes and live ten to fifteen', () => {
    const { urls, clock, verify } = setUp();
    const { url } = urls.pictureOf(row);
    clock.at = NOON + 3.9 * 60_000;
    expect(urls.pictureOf(row).url).toBe(url);
    expect(verify(parts(url))?.secondsLeft).toBeGreaterThanOrEqual(600);
    clock.at = NOON + 4 * 60_000;
    expect(urls.pictureOf(row).url).not.toBe(url);
    clock.at = NOON + 14 * 60_000 - 1000;
    expect(verify(parts(url))?.secondsLeft).toBe(1);
    clock.at = NOON + 14 * 60_000;
    expect(verify(parts(url))).toBeNull();
  });

  it('are refused when anything in them was changed', () => {
    const { urls, verify } = setUp();
    const right = parts(urls.pictureOf(row).url);
    const other = parts(urls.pictureOf({ ...row, fileId: uuidv7() }).url);
    const thumbnail = parts(urls.pictureOf(row).thumbnailUrl);
    expect(verify(right)).not.toBeNull();
    const forged = [
      { ...right, v: 'thumbnail' as const },
      { ...right, reference: other.reference },
      { ...right, e: right.e + 300 },
      { ...right, e: right.e - 300 },
      { ...right, s: other.s },
      { ...right, s: thumbnail.s },
      { ...right, s: '' },
      { ...right, s: `${right.s}AA` },
      { ...right, s: right.s.slice(0, -3) },
      ...Array.from({ length: right.s.length }, (_, i) => ({
        ...right,
        s: right.s.slice(0, i) + (right.s[i] === 'A' ? 'B' : 'A') + right.s.slice(i + 1),
      })),
    ];
    for (const url of forged) expect(verify(url)).toBeNull();
  });

  it('do not live longer than 15 minutes even when the clock was ahead', () => {
    const { urls, clock, verify } = setUp();
    clock.at = NOON + 24 * 3600_000;
    const early = parts(urls.pictureOf(row).url);
    clock.at = NOON;
    expect(verify(early)).toBeNull();
  });
});
