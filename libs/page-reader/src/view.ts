import { joinDots, type Reading, readings, signsAlong, type Steps } from './ctc';
import { type Enclosure, enclosuresOf, relationIn } from './enclosures';
import { median, slice, type TextLine } from './geometry';
import { type GreyPicture, scaleTo, type Strip, straighten } from './grey-picture';
import { brightest, erase, type Stroke, strokesOf, widthOf } from './ink';
import { type Dots, dotsAmong, endOfFaintLabel, hasEquals, isStruckOut } from './marks';
import { type Recogniser, STRIP_HEIGHT } from './recogniser';
import { fractionsOf, writeInline } from './stacked';

/** How far a crop reaches beyond the line, in heights of the line; negative cuts into it. */
export type Margins = { left: number; right: number; top: number; bottom: number };
export const TIGHT: Margins = { left: 0.1, right: 0.1, top: 0, bottom: 0 };
export const WIDE: Margins = { left: 0.15, right: 0.35, top: 0.12, bottom: 0.12 };
export const CLOSE: Margins = { left: 0.05, right: 0.15, top: -0.06, bottom: -0.06 };
export const NONE: Margins = { left: 0, right: 0, top: 0, bottom: 0 };

/** Shapes are looked for on a finer strip than the recogniser takes. */
const SHAPE_HEIGHT = 72;

/** The ○ of a comparison: what its shape says is written inside, and where along the view it stands. */
export type Ring = { relation: '<' | '>' | '=' | null; isEmpty: boolean; from: number; to: number };

/** One crop of a line as it was read. `from` and `to` of the signs are shares of the crop's length. */
export type View = {
  region: TextLine;
  readings: Reading[];
  signs: { sign: string; from: number; to: number; p: number }[];
  steps: Steps;
  /** A circled number stood at the start and was left out. */
  hasCircledLabel: boolean;
  ring: Ring | null;
  /** Where a row of dots was replaced by a dash that the recogniser reads more surely. */
  dots: { from: number; to: number } | null;
  /** Struck-out writing was left out. */
  hasStruckOut: boolean;
  /** Fractions with a bar were written with a slash: places along the view are not those of the line. */
  isRewritten: boolean;
  /** Ink by where it stands, in shares of the crop's length, and how high it is, as a share of the height. */
  ink: { from: number; to: number; height: number }[];
};

export type Looking = {
  /** What is done to a ring: its border is taken off, or the whole of it is replaced by a clear `=`. */
  ringMode?: 'replace' | 'open';
  /** The lines of this page have circled labels, so this one has too, however faint. */
  expectsLabel?: boolean;
};

/**
 * Reads one crop. A circled label and struck-out writing are left out; a ring becomes a clear `=`, which the
 * recogniser reads more surely than the small sign inside, a box a pair of brackets, a row of dots a dash.
 */
export async function view(
  picture: GreyPicture,
  recogniser: Recogniser,
  line: TextLine,
  margins: Margins,
  { ringMode = 'replace', expectsLabel = false }: Looking = {},
): Promise<View> {
  let region = slice(
    line,
    -margins.left * line.h,
    line.w + margins.right * line.h,
    -margins.top * line.h,
    (1 + margins.bottom) * line.h,
  );
  const shapes = straighten(picture, region, SHAPE_HEIGHT);
  const strokes = strokesOf(shapes);
  const found = enclosuresOf(shapes, strokes);
  const label = found.find((enclosure) => isLabel(enclosure, shapes)) ?? faintLabel(shapes);
  const labelEnd = label ? label.border.right + 3 : expectsLabel ? endOfFaintLabel(strokes, SHAPE_HEIGHT) : 0;
  const others = found.filter((enclosure) => enclosure !== label && !isDigit(enclosure, strokes));
  const ringFound = others.find(
    ({ shape, border }) => shape === 'ring' && border.left > SHAPE_HEIGHT / 4 && !hasEquals(strokes, border),
  );
  for (const enclosure of others) {
    if (enclosure === ringFound && ringMode === 'replace') paintEquals(shapes, enclosure);
    else if (enclosure.shape === 'box') paintBrackets(shapes, enclosure);
    else if (enclosure === ringFound) erase(shapes, enclosure.borderPixels);
  }
  const dots = dotsAmong(strokes, SHAPE_HEIGHT);
  if (dots) paintDash(shapes, dots);
  const struck = strokes.filter(
    (stroke) => stroke.left > SHAPE_HEIGHT && isStruckOut(stroke, shapes.width, SHAPE_HEIGHT),
  );
  for (const { pixels } of struck) erase(shapes, pixels);
  const isChanged = others.length + struck.length > 0 || dots !== null;
  let strip = isChanged ? scaleTo(shapes, STRIP_HEIGHT) : straighten(picture, region, STRIP_HEIGHT);
  let cut = 0;
  if (labelEnd > 0) {
    cut = labelEnd / shapes.width;
    strip = cutLeft(strip, Math.round(cut * strip.width));
    region = slice(region, cut * region.w, region.w);
  }
  const fractions = fractionsOf(shapes, strokes).filter(({ from }) => from >= labelEnd);
  if (fractions.length > 0) strip = writeInline(shapes, fractions, labelEnd);
  const steps = joinDots(await recogniser.read(strip));
  const share = (x: number) => (x / shapes.width - cut) / (1 - cut);
  return {
    region,
    readings: readings(steps),
    signs: signsAlong(steps),
    steps,
    hasCircledLabel: labelEnd > 0,
    ring: ringFound
      ? {
          relation: relationIn(ringFound, shapes),
          isEmpty: ringFound.isEmpty,
          from: share(ringFound.border.left),
          to: share(ringFound.border.right),
        }
      : null,
    dots: dots && { from: share(dots.from), to: share(dots.to) },
    hasStruckOut: struck.length > 0,
    isRewritten: fractions.length > 0,
    ink: strokes.map(({ left, right, top, bottom }) => ({
      from: share(left),
      to: share(right),
      height: (bottom - top) / SHAPE_HEIGHT,
    })),
  };
}

/** A number in a circle with nothing before it. */
function isLabel({ shape, border, inside }: Enclosure, strip: Strip): boolean {
  const hasInk = inside.reduce((sum, { pixels }) => sum + pixels.length, 0) > 0.12 * border.pixels.length;
  return shape === 'ring' && hasInk && border.left < strip.height * 0.6;
}

/** Thin circles of small print are paler than any writing. */
function faintLabel(strip: Strip): Enclosure | undefined {
  const start = cutRight(strip, Math.round(1.3 * strip.height));
  return enclosuresOf(start, strokesOf(start, 0.05)).find((enclosure) => isLabel(enclosure, start));
}

/** A round 0, or a 6 with a large bowl: nothing stands inside and it is no larger than the digits around it. */
function isDigit({ inside, border }: Enclosure, strokes: readonly Stroke[]): boolean {
  if (inside.some(({ pixels }) => pixels.length > 8)) return false;
  const heights = strokes.filter((stroke) => stroke !== border).map((stroke) => stroke.bottom - stroke.top);
  const digit = median(heights.filter((height) => height > 0.25 * SHAPE_HEIGHT));
  return border.bottom - border.top < 1.25 * digit;
}

function cutRight({ width, height, data }: Strip, columns: number): Strip {
  const kept = Math.min(width, columns);
  const rest = new Float32Array(kept * height);
  for (let row = 0; row < height; row++) rest.set(data.subarray(row * width, row * width + kept), row * kept);
  return { width: kept, height, data: rest };
}

function cutLeft({ width, height, data }: Strip, columns: number): Strip {
  const kept = Math.max(1, width - columns);
  const rest = new Float32Array(kept * height);
  for (let row = 0; row < height; row++)
    rest.set(data.subarray(row * width + width - kept, (row + 1) * width), row * kept);
  return { width: kept, height, data: rest };
}

const everyPixelOf = (strip: Strip, { left, right, top, bottom }: Stroke): number[] => {
  const pixels: number[] = [];
  for (let y = top; y < bottom; y++) for (let x = left; x < right; x++) pixels.push(y * strip.width + x);
  return pixels;
};

const INK = 40;
function paint(strip: Strip, left: number, right: number, top: number, bottom: number): void {
  for (let y = Math.round(top); y < bottom; y++)
    for (let x = Math.max(0, Math.round(left)); x < Math.min(right, strip.width); x++)
      strip.data[y * strip.width + x] = INK;
}

function paintEquals(strip: Strip, { border }: Enclosure): void {
  erase(strip, everyPixelOf(strip, border), 1);
  const [w, h] = [widthOf(border), border.bottom - border.top];
  const [left, right] = [border.left + 0.14 * w, border.right - 0.14 * w];
  for (const middle of [0.38, 0.62]) {
    const y = border.top + middle * h;
    paint(strip, left, right, y - 2, y + 2);
  }
}

function paintDash(strip: Strip, { from, to, middle, specks }: Dots): void {
  for (const { pixels } of specks) erase(strip, pixels);
  const [centre, reach] = [(from + to) / 2, Math.min(0.18 * SHAPE_HEIGHT, (to - from) / 2.5)];
  paint(strip, centre - reach, centre + reach, middle - 2, middle + 2);
}

function paintBrackets(strip: Strip, { border, borderPixels }: Enclosure): void {
  erase(strip, borderPixels);
  const [cy, reach] = [(border.top + border.bottom) / 2, (border.bottom - border.top) / 2];
  const paper = brightest(strip);
  for (let y = border.top; y < border.bottom; y++) {
    const bend = 5 * ((y - cy) / reach) ** 2;
    if (paper <= INK) return;
    paint(strip, border.left + bend, border.left + bend + 3, y, y + 1);
    paint(strip, border.right - bend - 3, border.right - bend, y, y + 1);
  }
}
