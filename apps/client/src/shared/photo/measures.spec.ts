import fc from 'fast-check';
import { countLevels, type GreyBitmap, levelAt, toGrey } from './grey-bitmap';
import { densestPart, findInk } from './ink';
import { paperLight } from './light';
import { sharpnessOf } from './sharpness';
import { tiltOf } from './tilt';

type Shade = (x: number, y: number) => number;
const bitmap = (width: number, height: number, shade: Shade): GreyBitmap => {
  const data = new Uint8Array(width * height);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) data[y * width + x] = Math.max(0, Math.min(255, shade(x, y)));
  return { width, height, data };
};

/** The same for the same numbers, and otherwise like dice: 0 ≤ n < 1. */
const dice = (a: number, b: number): number => {
  let mixed = Math.imul(a * 374761393 + b * 668265263, 0x9e3779b1);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x85ebca6b);
  return ((mixed ^ (mixed >>> 13)) >>> 0) / 2 ** 32;
};

/** Paper with rows of strokes, seen from an angle: the page is turned around its middle. */
const lines = (degrees: number): GreyBitmap => {
  const [sin, cos] = [Math.sin((degrees * Math.PI) / 180), Math.cos((degrees * Math.PI) / 180)];
  const wave = (value: number, period: number) => ((value % period) + period) % period;
  return bitmap(360, 480, (x, y) => {
    const [u, v] = [(x - 180) * cos + (y - 240) * sin, (y - 240) * cos - (x - 180) * sin];
    const isWritten = wave(v, 24) < 8 && dice(Math.floor(u / 4), Math.floor(v / 24)) < 0.5;
    return isWritten ? 60 : 230;
  });
};

/** The mean of every square of `2 r + 1` pixels. */
const blurred = ({ width, height, data }: GreyBitmap, r: number): GreyBitmap =>
  bitmap(width, height, (x, y) => {
    let [sum, count] = [0, 0];
    for (let v = Math.max(0, y - r); v <= Math.min(height - 1, y + r); v++)
      for (let u = Math.max(0, x - r); u <= Math.min(width - 1, x + r); u++)
        [sum, count] = [sum + data[v * width + u]!, count + 1];
    return sum / count;
  });

it('sees colours as bright as the eye does', () => {
  const of = (...rgb: number[]) => toGrey(new Uint8ClampedArray([...rgb, 255]), 1, 1).data[0];
  expect([of(255, 255, 255), of(0, 0, 0)]).toEqual([255, 0]);
  expect(of(0, 255, 0)).toBeGreaterThan(of(255, 0, 0)!);
  expect(of(255, 0, 0)).toBeGreaterThan(of(0, 0, 255)!);
});

it('finds a level that the share of pixels does not exceed', () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ minLength: 1, maxLength: 200 }),
      fc.double({ min: 0.01, max: 1, noNaN: true }),
      (levels, share) => {
        const level = levelAt(countLevels(levels), share);
        expect([...levels].filter((one) => one <= level).length).toBeGreaterThanOrEqual(
          share * levels.length - 1e-9,
        );
        expect([...levels].filter((one) => one < level).length).toBeLessThan(share * levels.length);
      },
    ),
  );
});

describe('ink', () => {
  it('is found under a shadow, and the shadow is none', () => {
    const shaded = bitmap(200, 200, (x, y) => {
      const paper = x < 100 ? 220 : 110;
      return y % 40 < 4 && x % 10 < 5 ? paper * 0.5 : paper;
    });
    const { marks } = findInk(shaded);
    const inkIn = (from: number, to: number) =>
      marks.filter((mark, i) => mark === 1 && i % 200 >= from && i % 200 < to).length;
    const expected = 5 * 4 * 5 * 5; // rows × their height × strokes × their width in a quarter
    expect(inkIn(20, 70)).toBe(expected);
    expect(inkIn(130, 180)).toBe(expected);
  });

  it('is most where the writing is', () => {
    const corner = bitmap(300, 300, (x, y) => (x > 200 && y > 200 && (x + y) % 6 < 2 ? 40 : 230));
    const { x, y, w, h } = densestPart(findInk(corner), 80);
    expect([w, h]).toEqual([80, 80]);
    expect(Math.min(x, y)).toBeGreaterThanOrEqual(160);
  });
});

describe('sharpness', () => {
  it('falls with every blur', () => {
    const all = [0, 1, 2, 4].map((r) => sharpnessOf(blurred(lines(0), r))!);
    expect([...all].sort((a, b) => b - a)).toEqual(all);
    expect(all[3]).toBeLessThan(all[0]! / 4);
  });

  it('does not depend on how dark the pencil is', () => {
    const pale = bitmap(360, 480, (x, y) => 230 - (230 - lines0.data[y * 360 + x]!) / 4);
    expect(sharpnessOf(pale)! / sharpnessOf(lines0)!).toBeCloseTo(1, 1);
  });
  const lines0 = lines(0);

  it('says nothing of empty paper', () => {
    expect(sharpnessOf(bitmap(100, 100, (x) => 220 + (x % 3)))).toBeNull();
  });
});

it.each([40, 90, 180, 250])('sees paper of %d as bright as it is, whatever is written on it', (light) => {
  const page = bitmap(100, 100, (x, y) => (x % 5 === 0 ? light / 4 : y < 10 ? 20 : light));
  expect(paperLight(page)).toBe(light);
});

describe('tilt', () => {
  it.each([-24, -16, -8, 0, 4, 12, 20, 28])('of %d degrees is found', (degrees) => {
    expect(Math.abs(tiltOf(findInk(lines(degrees)))! - degrees)).toBeLessThanOrEqual(2);
  });

  it('is not seen where nothing is written, nor in noise', () => {
    expect(tiltOf(findInk(bitmap(300, 400, () => 230)))).toBeNull();
    const noise = bitmap(300, 400, (x, y) => (dice(x, y) < 0.1 ? 60 : 230));
    expect(tiltOf(findInk(noise))).toBeNull();
  });
});
