import fc from 'fast-check';
import {
  beforeTurning,
  type Edit,
  isUntouched,
  isWhole,
  LEAST_CUT,
  moveEdges,
  movePart,
  planDrawing,
  turnRight,
  UNTOUCHED,
  WHOLE,
} from './edit';

const share = fc.double({ min: -2, max: 2, noNaN: true });
/** Cuts as fingers make them: edges of the whole, moved again and again. */
const cut = fc
  .array(fc.record({ left: share, top: share, right: share, bottom: share }, { requiredKeys: [] }), {
    maxLength: 5,
  })
  .map((moves) => moves.reduce(moveEdges, WHOLE));
const near = (a: number, b: number) => Math.abs(a - b) < 1e-5;

it('keeps every cut inside of the photo and large enough to get hold of', () => {
  fc.assert(
    fc.property(cut, share, share, (part, dx, dy) => {
      for (const { x, y, w, h } of [part, movePart(part, dx, dy)]) {
        expect(Math.min(x, y)).toBeGreaterThanOrEqual(0);
        expect(Math.max(x + w, y + h)).toBeLessThanOrEqual(1 + 1e-5);
        expect(Math.min(w, h)).toBeGreaterThanOrEqual(LEAST_CUT - 1e-5);
      }
    }),
  );
});

it('is where it was after four turns, with its cut', () => {
  fc.assert(
    fc.property(cut, fc.integer({ min: 0, max: 3 }), (crop, turns) => {
      const edit = { turns, crop };
      const round = [1, 2, 3, 4].reduce<Edit>(turnRight, edit);
      expect(round.turns).toBe(turns);
      for (const side of ['x', 'y', 'w', 'h'] as const) expect(near(round.crop[side], crop[side])).toBe(true);
    }),
  );
});

it('finds the cut of a turned photo on the photo as it was', () => {
  // The right half of what is seen after one turn clockwise was the upper half.
  expect(beforeTurning({ turns: 1, crop: { x: 0.5, y: 0, w: 0.5, h: 1 } })).toEqual({
    ...{ x: 0, y: 0, w: 1, h: 0.5 },
  });
  fc.assert(
    fc.property(cut, fc.integer({ min: 0, max: 3 }), (crop, turns) => {
      const turned = Array.from({ length: turns }).reduce<Edit>(turnRight, { turns: 0, crop });
      const again = beforeTurning(turned);
      for (const side of ['x', 'y', 'w', 'h'] as const) expect(near(again[side], crop[side])).toBe(true);
    }),
  );
});

it('knows what was not touched', () => {
  expect(isUntouched(UNTOUCHED)).toBe(true);
  expect(isUntouched([1, 2, 3, 4].reduce<Edit>(turnRight, UNTOUCHED))).toBe(true);
  expect(isUntouched(turnRight(UNTOUCHED))).toBe(false);
  expect(isWhole(moveEdges(moveEdges(WHOLE, { right: -0.3 }), { right: 0.3 }))).toBe(true);
});

describe('what is drawn', () => {
  const photo = { width: 4000, height: 3000 };
  it.each<[string, Edit, number, object]>([
    ['a large photo is shrunk', UNTOUCHED, 2400, { width: 2400, height: 1800 }],
    ['a turned one stands', turnRight(UNTOUCHED), 2400, { width: 1800, height: 2400 }],
    ['a small part is not blown up', { turns: 0, crop: { x: 0.5, y: 0.5, w: 0.25, h: 0.2 } }, 2400, { width: 1000, height: 600, from: { x: 2000, y: 1500, w: 1000, h: 600 } }], // prettier-ignore
    ['a turned part is taken from where it was', { turns: 1, crop: { x: 0, y: 0, w: 0.5, h: 1 } }, 2400, { width: 1500 * 0.6, height: 2400, from: { x: 0, y: 1500, w: 4000, h: 1500 } }], // prettier-ignore
  ])('%s', (_, edit, sidePx, expected) => {
    expect(planDrawing(photo, edit, sidePx)).toMatchObject(expected);
  });

  it('takes no pixel from outside of the photo', () => {
    const side = fc.integer({ min: 1, max: 5000 });
    fc.assert(
      fc.property(cut, fc.integer({ min: 0, max: 3 }), side, side, (crop, turns, width, height) => {
        const { from } = planDrawing({ width, height }, { turns, crop }, 400);
        expect(Math.min(from.x, from.y)).toBeGreaterThanOrEqual(0);
        expect(Math.min(from.w, from.h)).toBeGreaterThanOrEqual(1);
        expect(from.x + from.w).toBeLessThanOrEqual(width);
        expect(from.y + from.h).toBeLessThanOrEqual(height);
      }),
      // Halves of a pixel on both edges.
      { examples: [[{ x: 0.5, y: 0.5, w: 0.5, h: 0.5 }, 0, 1001, 751]] },
    );
  });
});
