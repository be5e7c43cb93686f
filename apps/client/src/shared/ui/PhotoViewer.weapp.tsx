import { ScrollView, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { isDoubleTap, type Tap } from './double-tap';
import type { PhotoViewerProps } from './photo-viewer.types';
import './viewer.scss';
import { ViewerButton } from './ViewerButton';
import { aria } from './weapp-aria';
import {
  centredOn,
  MIN_ZOOM,
  type PhotoView,
  type Pinch,
  pinched,
  pinchOf,
  type Point,
  type Room,
  toggled,
} from './zoom';

/** Each commit is a setData; between two of them the transition moves the photo. Goal: at most five a second. */
const COMMIT_MS = 200;

interface Rect {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** What is drawn: the layout, and on it what the fingers did since it was laid out. */
interface Drawn {
  zoom: number;
  /** Where to scroll; WeChat scrolls when the value changes. */
  left?: number;
  top?: number;
  glides?: boolean;
  shift?: Point & { scale: number };
  isPinching?: boolean;
}

const measure = (...ids: string[]): Promise<(Rect | null)[]> =>
  new Promise((resolve) => {
    const query = Taro.createSelectorQuery();
    ids.forEach((id) => query.select(`#${id}`).boundingClientRect());
    query.exec((rects: (Rect | null)[]) => resolve(rects));
  });

interface Touched {
  touches: { clientX: number; clientY: number }[];
}

/** Photos that two fingers, a double tap or the button bring nearer; the scroll view moves them. */
export const PhotoViewer = ({ className = '', label, target, children }: PhotoViewerProps) => {
  const [drawn, setDrawn] = useState<Drawn>({ zoom: MIN_ZOOM });
  const view = useRef<PhotoView>({ zoom: MIN_ZOOM, left: 0, top: 0 });
  const pinch = useRef<{ view: PhotoView; from: Pinch; corner: Rect; room: Room; next: PhotoView } | null>(
    null,
  );
  const committedAt = useRef(0);
  const lastTap = useRef<Tap | null>(null);
  const turn = useRef(0);

  const place = async (): Promise<{ corner: Rect; room: Room } | null> => {
    const [corner, photo] = await measure('viewer-pane', 'viewer-photo');
    if (!corner || !photo) return null;
    const { zoom } = view.current;
    const room = {
      width: corner.width,
      height: corner.height,
      photoWidth: photo.width / zoom,
      photoHeight: photo.height / zoom,
    };
    return { corner, room };
  };
  /** The same place twice must differ a little, or WeChat would not scroll there again. */
  const scrollTo = useCallback(({ left, top }: PhotoView) => {
    const nudge = (turn.current = 1 - turn.current) / 100;
    return { left: left + nudge, top: top + nudge };
  }, []);

  /**
   * From the fingers' transform to a layout, in two steps that look alike: a larger layout must be there before it
   * can be scrolled, a smaller one only after.
   */
  const settle = useCallback(
    (from: PhotoView, next: PhotoView) => {
      view.current = next;
      const last = { zoom: next.zoom, ...scrollTo(next) };
      if (next.zoom >= from.zoom)
        setDrawn({
          zoom: next.zoom,
          shift: { x: from.left - next.left, y: from.top - next.top, scale: 1 },
        });
      else setDrawn({ ...last, zoom: from.zoom, shift: { x: 0, y: 0, scale: next.zoom / from.zoom } });
      Taro.nextTick(() => setDrawn(last));
    },
    [scrollTo],
  );

  const toggle = async (at?: Point) => {
    const found = await place();
    if (!found) return;
    const { corner, room } = found;
    const focal = at
      ? { x: at.x - corner.left, y: at.y - corner.top }
      : { x: room.width / 2, y: room.height / 2 };
    const { current } = view;
    settle(current, toggled(current, focal, room));
  };

  const touched = async ({ touches }: Touched) => {
    if (touches.length < 2 || pinch.current) return;
    const found = await place();
    const from = found && pinchOf(touches, found.corner);
    if (!found || !from) return;
    const { current } = view;
    pinch.current = { ...found, view: current, from, next: current };
    setDrawn({ zoom: current.zoom, isPinching: true });
    committedAt.current = Date.now();
  };
  const moved = ({ touches }: Touched) => {
    const { current: start } = pinch;
    const now = start && pinchOf(touches, start.corner);
    if (!start || !now) return;
    const next = pinched(start.view, start.from, now, start.room);
    start.next = next;
    if (Date.now() - committedAt.current < COMMIT_MS) return;
    committedAt.current = Date.now();
    setDrawn({
      zoom: start.view.zoom,
      isPinching: true,
      shift: {
        x: start.view.left - next.left,
        y: start.view.top - next.top,
        scale: next.zoom / start.view.zoom,
      },
    });
  };
  const left = ({ touches }: Touched) => {
    const { current: start } = pinch;
    if (!start || touches.length > 1) return;
    pinch.current = null;
    settle(start.view, start.next);
  };
  // Marks keep their taps to themselves, so this is a tap on the paper.
  const tapped = ({ detail }: { detail: { x?: number; y?: number } }) => {
    const tap = { x: detail.x ?? 0, y: detail.y ?? 0, at: Date.now() };
    const isDouble = isDoubleTap(lastTap.current, tap);
    lastTap.current = isDouble ? null : tap;
    if (isDouble) void toggle(tap);
  };

  useEffect(() => {
    if (!target) return;
    // The sheet below may just have changed the pane's height: measured when that has been drawn.
    Taro.nextTick(() => {
      void Promise.all([place(), measure(target)]).then(([found, [mark]]) => {
        if (!found || !mark || pinch.current) return;
        const { corner, room } = found;
        const seen = { ...mark, left: mark.left - corner.left, top: mark.top - corner.top };
        const next = centredOn(view.current, seen, room);
        view.current = next;
        setDrawn({ zoom: next.zoom, glides: true, ...scrollTo(next) });
      });
    });
  }, [target, scrollTo]);

  const { zoom, shift, isPinching = false } = drawn;
  const isNear = zoom > MIN_ZOOM;
  // Fingers draw often; what lies under them changes rarely.
  const photos = useMemo(() => children(isNear), [children, isNear]);
  return (
    <View className={`viewer ${className}`}>
      <ScrollView
        id="viewer-pane"
        className="pane viewer-pane"
        scrollX={!isPinching}
        scrollY={!isPinching}
        scrollLeft={drawn.left}
        scrollTop={drawn.top}
        scrollWithAnimation={drawn.glides ?? false}
        onScroll={({ detail }) => {
          view.current = { ...view.current, left: detail.scrollLeft, top: detail.scrollTop };
        }}
        {...aria({ 'aria-role': 'region', 'aria-label': label })}
      >
        <View
          id="viewer-photo"
          className={`viewer-photo ${isPinching ? 'is-pinched' : ''}`}
          style={{
            width: `${zoom * 100}%`,
            ...({ '--zoom': String(zoom) } as object),
            transform: shift ? `translate(${shift.x}px, ${shift.y}px) scale(${shift.scale})` : 'none',
          }}
          onTouchStart={(event) => void touched(event as unknown as Touched)}
          onTouchMove={(event) => moved(event as unknown as Touched)}
          onTouchEnd={(event) => left(event as unknown as Touched)}
          onTouchCancel={(event) => left(event as unknown as Touched)}
          onClick={(event) => tapped(event)}
        >
          {photos}
        </View>
      </ScrollView>
      <ViewerButton isNear={isNear} onPress={() => void toggle()} />
    </View>
  );
};
