import { type Strip, straighten } from './grey-picture';
import { brightest, heightOf, type Stroke, widthOf } from './ink';
import { STRIP_HEIGHT } from './recogniser';

/** A fraction drawn with a bar: what stands above it and what stands below. */
type Fraction = { from: number; to: number; bar: Stroke; above: Stroke[]; below: Stroke[] };

const DIGIT_HEIGHT = 0.6 * STRIP_HEIGHT;
const GAP = 4;
const SLASH_WIDTH = 13;
const INK = 50;

/** The fractions on a strip from left to right. A minus has nothing above it and a ÷ only dots. */
export function fractionsOf(strip: Strip, strokes: readonly Stroke[]): Fraction[] {
  const tall = strokes.filter((stroke) => heightOf(stroke) > 0.17 * strip.height);
  return strokes.flatMap((bar) => {
    const [w, h] = [widthOf(bar), heightOf(bar)];
    const middle = (bar.top + bar.bottom) / 2 / strip.height;
    if (w < 0.15 * strip.height || w < 2.6 * h || middle < 0.3 || middle > 0.7) return [];
    const within = tall.filter((stroke) => {
      const centre = (stroke.left + stroke.right) / 2;
      return (
        stroke !== bar &&
        centre > bar.left - 3 &&
        centre < bar.right + 3 &&
        heightOf(stroke) < 0.6 * strip.height
      );
    });
    const above = within.filter(({ bottom }) => bottom <= bar.top + 3);
    const below = within.filter(({ top }) => top >= bar.bottom - 3);
    if (above.length === 0 || below.length === 0) return [];
    const all = [bar, ...above, ...below];
    const from = Math.min(...all.map(({ left }) => left));
    return [{ from, to: Math.max(...all.map(({ right }) => right)), bar, above, below }];
  });
}

/** The same line, from `start` on, with every fraction written with a slash, `3/4`, which the recogniser was trained on. */
export function writeInline(strip: Strip, fractions: readonly Fraction[], start: number): Strip {
  const digits = fractions
    .flatMap(({ above, below }) => [...above, ...below].map(heightOf))
    .sort((a, b) => a - b);
  const scale = digits[digits.length >> 1]! / DIGIT_HEIGHT;
  const paper = brightest(strip);
  const pieces: Strip[] = [];
  let from = Math.max(0, Math.round(start));
  for (const fraction of fractions) {
    if (fraction.from < from) continue;
    const middle = (fraction.bar.top + fraction.bar.bottom) / 2;
    pieces.push(cut(strip, from, fraction.from - 2, middle, scale * 1.2));
    pieces.push(numberOf(strip, fraction.above, scale), slash(paper), numberOf(strip, fraction.below, scale));
    from = fraction.to + 2;
  }
  const { bar } = fractions.at(-1)!;
  pieces.push(cut(strip, from, strip.width, (bar.top + bar.bottom) / 2, scale * 1.2));
  return joinPieces(pieces, paper);
}

function numberOf(strip: Strip, strokes: readonly Stroke[], scale: number): Strip {
  const [left, right] = [Math.min(...strokes.map((s) => s.left)), Math.max(...strokes.map((s) => s.right))];
  const [top, bottom] = [Math.min(...strokes.map((s) => s.top)), Math.max(...strokes.map((s) => s.bottom))];
  const piece = cut(strip, left - 2, right + 2, (top + bottom) / 2, scale);
  // The bar and the other number lie beyond: paper takes their place.
  const reach = ((bottom - top) / 2 / scale + 2) | 0;
  const paper = brightest(strip);
  for (let row = 0; row < piece.height; row++)
    if (Math.abs(row - piece.height / 2) > reach)
      piece.data.fill(paper, row * piece.width, (row + 1) * piece.width);
  return piece;
}

function cut(strip: Strip, from: number, to: number, middle: number, scale: number): Strip {
  const w = Math.max(1, to - from);
  const line = { x: (from + to) / 2, y: middle, w, h: STRIP_HEIGHT * scale, angle: 0 };
  return straighten(strip, line, STRIP_HEIGHT);
}

function slash(paper: number): Strip {
  const data = new Float32Array(SLASH_WIDTH * STRIP_HEIGHT).fill(paper);
  for (let row = 7; row < STRIP_HEIGHT - 5; row++) {
    const x = SLASH_WIDTH - 3 - ((SLASH_WIDTH - 5) * (row - 7)) / (STRIP_HEIGHT - 12);
    for (let column = Math.round(x) - 1; column <= Math.round(x) + 1; column++)
      data[row * SLASH_WIDTH + Math.max(0, column)] = INK;
  }
  return { width: SLASH_WIDTH, height: STRIP_HEIGHT, data };
}

function joinPieces(pieces: readonly Strip[], paper: number): Strip {
  const width = pieces.reduce((sum, piece) => sum + piece.width + GAP, 0);
  const data = new Float32Array(width * STRIP_HEIGHT).fill(paper);
  let at = 0;
  for (const piece of pieces) {
    for (let row = 0; row < STRIP_HEIGHT; row++)
      data.set(piece.data.subarray(row * piece.width, (row + 1) * piece.width), row * width + at);
    at += piece.width + GAP;
  }
  return { width, height: STRIP_HEIGHT, data };
}
