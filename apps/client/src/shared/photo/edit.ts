import type { Part } from './ink';

/** What a person did to a photo: turned first, then cut; the cut is in shares of the turned picture. */
export interface Edit {
  /** Quarter turns clockwise. */
  turns: number;
  crop: Part;
}

export const WHOLE: Part = { x: 0, y: 0, w: 1, h: 1 };
export const UNTOUCHED: Edit = { turns: 0, crop: WHOLE };

/** Smaller than this share of a side nobody cuts on purpose, and fingers could not get hold of it again. */
export const LEAST_CUT = 0.2;

export const isUntouched = ({ turns, crop }: Edit): boolean => turns === 0 && isWhole(crop);

export const isWhole = ({ x, y, w, h }: Part): boolean => x === 0 && y === 0 && w === 1 && h === 1;

/** A quarter turn clockwise of all that is to be seen, the cut along with it. */
export const turnRight = ({ turns, crop: { x, y, w, h } }: Edit): Edit => ({
  turns: (turns + 1) % 4,
  crop: { x: clean(1 - y - h), y: x, w: h, h: w },
});

/** The cut in shares of the picture as it was before it was turned. */
export const beforeTurning = ({ turns, crop }: Edit): Part => {
  let edit: Edit = { turns: 0, crop };
  for (let turn = turns; turn % 4 !== 0; turn++) edit = turnRight(edit);
  return edit.crop;
};

export type Edge = 'left' | 'top' | 'right' | 'bottom';

const clamp = (value: number, least: number, most: number) => Math.max(least, Math.min(most, value));

/** Sums of shares like 0.7 + 0.3 - 1 leave dust that would make a whole picture a cut one. */
const clean = (value: number): number => Math.round(value * 1e6) / 1e6;

/** Moves edges of the cut by shares of the picture; none leaves the picture or comes too near to its opposite. */
export const moveEdges = (part: Part, moves: Partial<Record<Edge, number>>): Part => {
  const [right, bottom] = [part.x + part.w, part.y + part.h];
  const x = clamp(part.x + (moves.left ?? 0), 0, right - LEAST_CUT);
  const y = clamp(part.y + (moves.top ?? 0), 0, bottom - LEAST_CUT);
  const w = clamp(right + (moves.right ?? 0), x + LEAST_CUT, 1) - x;
  const h = clamp(bottom + (moves.bottom ?? 0), y + LEAST_CUT, 1) - y;
  return { x: clean(x), y: clean(y), w: clean(w), h: clean(h) };
};

/** Moves the whole cut inside of the picture. */
export const movePart = (part: Part, dx: number, dy: number): Part => ({
  ...part,
  x: clean(clamp(part.x + dx, 0, 1 - part.w)),
  y: clean(clamp(part.y + dy, 0, 1 - part.h)),
});

/** Pixels of a picture as shares of it. */
export const shareOf = ({ x, y, w, h }: Part, { width, height }: Size): Part => ({
  x: x / width,
  y: y / height,
  w: w / width,
  h: h / height,
});

export interface Size {
  width: number;
  height: number;
}

export interface Plan {
  /** Pixels of the picture as it was opened. */
  from: Part;
  /** Quarter turns clockwise. */
  turns: number;
  /** Size of what is drawn. */
  width: number;
  height: number;
}

/** At least one, none outside of the picture: there a canvas draws nothing, a line of paper along the edge. */
const pixelsOf = (start: number, share: number, all: number): { from: number; count: number } => {
  const from = Math.min(Math.round(start * all), all - 1);
  return { from, count: Math.max(1, Math.min(Math.round((start + share) * all), all) - from) };
};

/** What to draw and how large: nothing is blown up, the longer side has at most `sidePx`. */
export const planDrawing = (size: Size, edit: Edit, sidePx: number): Plan => {
  const part = beforeTurning(edit);
  const across = pixelsOf(part.x, part.w, size.width);
  const down = pixelsOf(part.y, part.h, size.height);
  const from = { x: across.from, y: down.from, w: across.count, h: down.count };
  const scale = Math.min(1, sidePx / Math.max(from.w, from.h));
  const [w, h] = [Math.max(1, Math.round(from.w * scale)), Math.max(1, Math.round(from.h * scale))];
  const { turns } = edit;
  return turns % 2 === 0 ? { from, turns, width: w, height: h } : { from, turns, width: h, height: w };
};
