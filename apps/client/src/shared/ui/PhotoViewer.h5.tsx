import { useCallback, useEffect, useRef, useState, type KeyboardEvent, type MouseEvent } from 'react';
import { isDoubleTap, type Tap } from './double-tap';
import type { PhotoViewerProps } from './photo-viewer.types';
import './viewer.scss';
import { ViewerButton } from './ViewerButton';
import {
  centredOn,
  MIN_ZOOM,
  NEAR_ZOOM,
  type PhotoView,
  type Pinch,
  pinched,
  pinchOf,
  type Point,
  type Room,
  within,
  ZOOM_STEP,
  zoomAt,
} from './zoom';

const GLIDE_MS = 200;
/** A trackpad's pinch comes as a wheel with Ctrl; so much of it doubles the photo. */
const WHEEL_PX = 250;

const isCalm = () => window.matchMedia?.('(prefers-reduced-motion: reduce)').matches ?? false;
const easeOut = (part: number) => 1 - (1 - part) ** 3;

interface Elements {
  pane: HTMLElement;
  photo: HTMLElement;
}

const roomOf = ({ pane, photo }: Elements, zoom: number): Room => ({
  width: pane.clientWidth,
  height: pane.clientHeight,
  photoWidth: photo.offsetWidth / zoom,
  photoHeight: photo.offsetHeight / zoom,
});

/** Photos that two fingers, a double tap, a wheel or the keyboard bring nearer; scrolling moves them. */
export const PhotoViewer = ({ className = '', label, target, children }: PhotoViewerProps) => {
  const pane = useRef<HTMLDivElement>(null);
  const photo = useRef<HTMLDivElement>(null);
  const zoom = useRef(MIN_ZOOM);
  const gliding = useRef(0);
  const lastTap = useRef<Tap | null>(null);
  const [isNear, setNear] = useState(false);

  const elements = (): Elements => ({ pane: pane.current!, photo: photo.current! });
  const viewOf = ({ pane }: Elements): PhotoView => ({
    zoom: zoom.current,
    left: pane.scrollLeft,
    top: pane.scrollTop,
  });
  /** Past React: fingers move sixty times a second. */
  const show = useCallback((view: PhotoView) => {
    const { pane, photo } = elements();
    zoom.current = view.zoom;
    photo.style.width = `${view.zoom * 100}%`;
    photo.style.setProperty('--zoom', String(view.zoom));
    pane.scrollLeft = view.left;
    pane.scrollTop = view.top;
    setNear(view.zoom > MIN_ZOOM);
  }, []);

  const glideTo = useCallback(
    (to: number, focal?: Point) => {
      const both = elements();
      const start = viewOf(both);
      const room = roomOf(both, start.zoom);
      const middle = focal ?? { x: room.width / 2, y: room.height / 2 };
      cancelAnimationFrame(gliding.current);
      if (isCalm()) return show(zoomAt(start, to, middle, room));
      const from = performance.now();
      const step = (now: number) => {
        const part = Math.min(1, Math.max(0, (now - from) / GLIDE_MS));
        show(zoomAt(start, start.zoom + (to - start.zoom) * easeOut(part), middle, room));
        if (part < 1) gliding.current = requestAnimationFrame(step);
      };
      gliding.current = requestAnimationFrame(step);
    },
    [show],
  );
  useEffect(() => () => cancelAnimationFrame(gliding.current), []);
  const toggle = useCallback(
    (focal?: Point) => glideTo(zoom.current > MIN_ZOOM ? MIN_ZOOM : NEAR_ZOOM, focal),
    [glideTo],
  );

  useEffect(() => {
    const both = elements();
    const mark = target ? both.pane.querySelector(`[id="${target}"]`) : null;
    if (!mark) return;
    const frame = both.pane.getBoundingClientRect();
    const { left, top, width, height } = mark.getBoundingClientRect();
    const view = viewOf(both);
    const seen = { left: left - frame.left, top: top - frame.top, width, height };
    const to = centredOn(view, seen, roomOf(both, view.zoom));
    both.pane.scrollTo?.({ left: to.left, top: to.top, behavior: isCalm() ? 'auto' : 'smooth' });
  }, [target]);

  useEffect(() => {
    const both = elements();
    let start: { view: PhotoView; pinch: Pinch; room: Room } | null = null;
    // React listens passively to touches and wheels; only here can they be kept from the browser.
    const begin = (event: TouchEvent) => {
      const pinch = pinchOf(event.touches, both.pane.getBoundingClientRect());
      if (!pinch) return;
      event.preventDefault();
      cancelAnimationFrame(gliding.current);
      const view = viewOf(both);
      start = { view, pinch, room: roomOf(both, view.zoom) };
    };
    const move = (event: TouchEvent) => {
      const pinch = start && pinchOf(event.touches, both.pane.getBoundingClientRect());
      if (!start || !pinch) return;
      event.preventDefault();
      show(pinched(start.view, start.pinch, pinch, start.room));
    };
    const end = (event: TouchEvent) => {
      if (event.touches.length < 2) start = null;
    };
    const wheel = (event: WheelEvent) => {
      if (!event.ctrlKey) return;
      event.preventDefault();
      const view = viewOf(both);
      const frame = both.pane.getBoundingClientRect();
      const focal = { x: event.clientX - frame.left, y: event.clientY - frame.top };
      show(zoomAt(view, view.zoom * 2 ** (-event.deltaY / WHEEL_PX), focal, roomOf(both, view.zoom)));
    };
    const { pane } = both;
    pane.addEventListener('touchstart', begin, { passive: false });
    pane.addEventListener('touchmove', move, { passive: false });
    pane.addEventListener('touchend', end);
    pane.addEventListener('touchcancel', end);
    pane.addEventListener('wheel', wheel, { passive: false });
    return () => {
      pane.removeEventListener('touchstart', begin);
      pane.removeEventListener('touchmove', move);
      pane.removeEventListener('touchend', end);
      pane.removeEventListener('touchcancel', end);
      pane.removeEventListener('wheel', wheel);
    };
  }, [show]);

  const tapped = (event: MouseEvent) => {
    const frame = elements().pane.getBoundingClientRect();
    const tap = { x: event.clientX - frame.left, y: event.clientY - frame.top, at: event.timeStamp };
    const isDouble = isDoubleTap(lastTap.current, tap);
    lastTap.current = isDouble ? null : tap;
    if (isDouble) toggle(tap);
  };
  // The arrows scroll by themselves: the pane can have the focus.
  const keyed = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === '+' || event.key === '=') glideTo(zoom.current * ZOOM_STEP);
    else if (event.key === '-') glideTo(zoom.current / ZOOM_STEP);
    else if (event.key === '0' || (event.key === 'Escape' && isNear)) glideTo(MIN_ZOOM);
    else return;
    event.preventDefault();
  };
  // A turned phone or a grown sheet leaves the photo where it still covers the pane.
  useEffect(() => {
    const both = elements();
    const observer =
      window.ResizeObserver &&
      new ResizeObserver(() => {
        const view = viewOf(both);
        const kept = within(view, roomOf(both, view.zoom));
        if (kept.left !== view.left || kept.top !== view.top) show(kept);
      });
    observer?.observe(both.pane);
    return () => observer?.disconnect();
  }, [show]);

  return (
    <div className={`viewer ${className}`} onKeyDown={keyed}>
      <div ref={pane} className="pane viewer-pane" role="region" aria-label={label} tabIndex={0}>
        <div ref={photo} className="viewer-photo" onClick={tapped}>
          {children(isNear)}
        </div>
      </div>
      <ViewerButton isNear={isNear} onPress={() => toggle()} />
    </div>
  );
};
