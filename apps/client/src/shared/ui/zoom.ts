// How a photo lies in its pane: pure, in px of the pane. The photo is enlarged by its layout and moved by scrolling,
// so marks on it keep their strokes, and the pane's own scrolling gives pan, inertia and bounds on every target.

export interface Point {
  x: number;
  y: number;
}

/** `left` and `top` as a scrolling pane counts them: how much of the photo is out of sight there. */
export interface PhotoView {
  zoom: number;
  left: number;
  top: number;
}

/** The pane, and the photo in it when nothing is enlarged. */
export interface Room {
  width: number;
  height: number;
  photoWidth: number;
  photoHeight: number;
}

export const MIN_ZOOM = 1;
export const MAX_ZOOM = 4;
/** What a double tap enlarges to: a line of a page fills a phone. */
export const NEAR_ZOOM = 2.5;
export const ZOOM_STEP = 1.5;

const clamp = (n: number, least: number, most: number): number => Math.max(least, Math.min(n, most));

export const clampZoom = (zoom: number): number => clamp(zoom, MIN_ZOOM, MAX_ZOOM);

/** No view shows what is beyond the photo's edge. */
export const within = ({ zoom, left, top }: PhotoView, room: Room): PhotoView => {
  const allowed = clampZoom(zoom);
  return {
    zoom: allowed,
    left: clamp(left, 0, Math.max(0, room.photoWidth * allowed - room.width)),
    top: clamp(top, 0, Math.max(0, room.photoHeight * allowed - room.height)),
  };
};

/** What lies under `focal` (in the pane) lies under `to` afterwards, as far as the photo's edges allow. */
export const zoomAt = (view: PhotoView, zoom: number, focal: Point, room: Room, to = focal): PhotoView => {
  const next = clampZoom(zoom);
  const ratio = next / view.zoom;
  return within(
    { zoom: next, left: (view.left + focal.x) * ratio - to.x, top: (view.top + focal.y) * ratio - to.y },
    room,
  );
};

/** A double tap: near, and back to the whole. */
export const toggled = (view: PhotoView, focal: Point, room: Room): PhotoView =>
  zoomAt(view, view.zoom > MIN_ZOOM ? MIN_ZOOM : NEAR_ZOOM, focal, room);

/** Brings the middle of a mark into the middle of the pane. `mark` is in px of the pane, as it is seen now. */
export const centredOn = (
  view: PhotoView,
  mark: { left: number; top: number; width: number; height: number },
  room: Room,
): PhotoView =>
  within(
    {
      zoom: view.zoom,
      left: view.left + mark.left + mark.width / 2 - room.width / 2,
      top: view.top + mark.top + mark.height / 2 - room.height / 2,
    },
    room,
  );

export interface Pinch {
  middle: Point;
  apart: number;
}

/** Two fingers; less than two are none. `origin` is the pane's corner. */
export const pinchOf = (
  touches: ArrayLike<{ clientX: number; clientY: number }>,
  origin: { left: number; top: number },
): Pinch | null => {
  const [one, other] = [touches[0], touches[1]];
  if (!one || !other) return null;
  return {
    middle: {
      x: (one.clientX + other.clientX) / 2 - origin.left,
      y: (one.clientY + other.clientY) / 2 - origin.top,
    },
    // Fingers that touch each other would enlarge without end.
    apart: Math.max(1, Math.hypot(one.clientX - other.clientX, one.clientY - other.clientY)),
  };
};

/** The view under two fingers that were at `from` when it was `start`: both zoom and pan. */
export const pinched = (start: PhotoView, from: Pinch, now: Pinch, room: Room): PhotoView =>
  zoomAt(start, start.zoom * (now.apart / from.apart), from.middle, room, now.middle);
