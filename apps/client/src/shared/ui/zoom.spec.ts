import fc from 'fast-check';
import {
  centredOn,
  clampZoom,
  MAX_ZOOM,
  MIN_ZOOM,
  NEAR_ZOOM,
  pinched,
  pinchOf,
  toggled,
  within,
  zoomAt,
  type PhotoView,
  type Room,
} from './zoom';

/** A phone's pane and a page that is higher than it. */
const ROOM: Room = { width: 375, height: 400, photoWidth: 375, photoHeight: 500 };
const WHOLE: PhotoView = { zoom: 1, left: 0, top: 0 };

it.each([
  ['too far away', 0.2, MIN_ZOOM],
  ['too near', 9, MAX_ZOOM],
  ['in between', 2, 2],
])('keeps a zoom that is %s in its bounds', (_name, zoom, kept) => {
  expect(clampZoom(zoom)).toBe(kept);
});

it.each<[string, PhotoView, PhotoView]>([
  ['left and above of the photo', { zoom: 2, left: -5, top: -9 }, { zoom: 2, left: 0, top: 0 }],
  ['right and below of it', { zoom: 2, left: 999, top: 9999 }, { zoom: 2, left: 375, top: 600 }],
  ['inside', { zoom: 2, left: 100, top: 200 }, { zoom: 2, left: 100, top: 200 }],
])('shows nothing %s', (_name, view, shown) => {
  expect(within(view, ROOM)).toEqual(shown);
});

it('never moves a photo that is smaller than its pane', () => {
  const wide: Room = { width: 900, height: 800, photoWidth: 600, photoHeight: 500 };
  expect(within({ zoom: 1, left: 50, top: 50 }, wide)).toEqual(WHOLE);
});

it('enlarges at a double tap what is under the finger, and shows the whole at the next', () => {
  const near = toggled(WHOLE, { x: 100, y: 200 }, ROOM);
  expect(near).toEqual({ zoom: NEAR_ZOOM, left: 150, top: 300 });
  expect(toggled(near, { x: 300, y: 20 }, ROOM)).toEqual({ zoom: 1, left: 0, top: 100 });
});

it.each([
  ['a mark far down', { left: 40, top: 700, width: 60, height: 20 }, { zoom: 2, left: 0, top: 510 }],
  ['a mark at the edge', { left: 700, top: 990, width: 40, height: 10 }, { zoom: 2, left: 375, top: 600 }],
])('brings %s into the middle, as far as the photo goes', (_name, mark, shown) => {
  expect(centredOn({ zoom: 2, left: 0, top: 0 }, mark, ROOM)).toEqual(shown);
});

it('reads two fingers in the pane, and no fewer', () => {
  const fingers = [
    { clientX: 110, clientY: 220 },
    { clientX: 150, clientY: 250 },
  ];
  expect(pinchOf(fingers, { left: 10, top: 20 })).toEqual({ middle: { x: 120, y: 215 }, apart: 50 });
  expect(pinchOf(fingers.slice(1), { left: 0, top: 0 })).toBeNull();
});

it('follows two fingers that spread and wander', () => {
  const from = { middle: { x: 100, y: 100 }, apart: 50 };
  const now = { middle: { x: 120, y: 90 }, apart: 100 };
  expect(pinched(WHOLE, from, now, ROOM)).toEqual({ zoom: 2, left: 80, top: 110 });
});

const room = fc.record({
  width: fc.integer({ min: 200, max: 1200 }),
  height: fc.integer({ min: 150, max: 1200 }),
  photoWidth: fc.integer({ min: 100, max: 1200 }),
  photoHeight: fc.integer({ min: 100, max: 9000 }),
});
const zoom = fc.double({ min: 0.1, max: 12, noNaN: true });
const far = fc.double({ min: -20_000, max: 20_000, noNaN: true });
const view = fc.record({
  zoom: fc.double({ min: MIN_ZOOM, max: MAX_ZOOM, noNaN: true }),
  left: far,
  top: far,
});
const point = fc.record({ x: fc.integer({ min: 0, max: 1200 }), y: fc.integer({ min: 0, max: 1200 }) });

it('never shows what is beyond the photo, whatever the fingers do', () => {
  fc.assert(
    fc.property(room, view, zoom, point, point, (of, from, to, focal, there) => {
      const next = zoomAt(within(from, of), to, focal, of, there);
      expect(next.zoom).toBeGreaterThanOrEqual(MIN_ZOOM);
      expect(next.zoom).toBeLessThanOrEqual(MAX_ZOOM);
      expect(next).toEqual(within(next, of));
    }),
  );
});

it('keeps what is under the fingers under them, unless an edge of the photo is met', () => {
  fc.assert(
    fc.property(room, view, zoom, point, (of, from, to, focal) => {
      const start = within(from, of);
      const next = zoomAt(start, to, focal, of);
      const wanted = ((start.left + focal.x) * next.zoom) / start.zoom - focal.x;
      const most = Math.max(0, of.photoWidth * next.zoom - of.width);
      if (wanted >= 0 && wanted <= most) expect(next.left).toBeCloseTo(wanted, 6);
      else expect([0, most]).toContain(next.left);
    }),
  );
});

it('comes back to where it was when the fingers go back, unless an edge was met', () => {
  fc.assert(
    fc.property(room, view, zoom, point, (of, from, to, focal) => {
      const start = within(from, of);
      const next = zoomAt(start, to, focal, of);
      const free = (start.left + focal.x) * (next.zoom / start.zoom) - focal.x;
      fc.pre(Math.abs(free - next.left) < 1e-6);
      expect(zoomAt(next, start.zoom, focal, of).left).toBeCloseTo(start.left, 5);
    }),
  );
});
