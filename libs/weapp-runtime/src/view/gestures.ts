import type { TouchPoint } from '../protocol';
import { fire, isPart } from './parts/part';

const TAP_DISTANCE = 10;
const LONG_PRESS_MS = 350;

const toPoint = (touch: Touch): TouchPoint => {
  const { identifier, pageX, pageY, clientX, clientY, target } = touch;
  const canvas = target instanceof Element ? target.closest('wx-canvas') : null;
  const box = canvas?.getBoundingClientRect();
  return {
    identifier,
    pageX,
    pageY,
    clientX,
    clientY,
    // On a canvas, from its corner: where to draw.
    ...(box ? { x: clientX - box.left, y: clientY - box.top } : {}),
  };
};

const isDisabled = (target: Node | null): boolean => {
  const button = target instanceof Element ? target.closest('wx-button') : null;
  return isPart(button) && button.flag('disabled');
};

/** The built-in under the finger that does something of its own when tapped: the innermost one that can. */
function act(event: TouchEvent, target: Element): void {
  const own = target.closest('wx-switch, wx-checkbox, wx-radio, wx-button, wx-picker, wx-label');
  if (!isPart(own)) return;
  // The browser would follow with a click on whatever the built-in has just put under the finger.
  if (own.matches('wx-picker')) event.preventDefault();
  own.tapped();
}

/** Turns touches into the platform's events: touch…, tap, longpress. */
export function listenForGestures(): void {
  let start: { target: Element; x: number; y: number; timer: ReturnType<typeof setTimeout> } | undefined;
  let longPressed = false;

  const send = (event: TouchEvent, type: string, detail: unknown = {}): void => {
    fire(event.target as Node, type, detail, {
      bubbles: true,
      extra: {
        touches: [...event.touches].map(toPoint),
        changedTouches: [...event.changedTouches].map(toPoint),
      },
    });
  };

  /** Neither a tap nor a long press any more: a second finger came, or the finger went elsewhere. */
  const cancel = (): void => {
    if (start) clearTimeout(start.timer);
    start = undefined;
  };

  document.addEventListener('touchstart', (event) => {
    send(event, 'touchstart');
    const touch = event.touches[0];
    if (!touch) return;
    if (event.touches.length > 1) return cancel();
    longPressed = false;
    const timer = setTimeout(() => {
      longPressed = true;
      send(event, 'longpress', { x: touch.pageX, y: touch.pageY });
    }, LONG_PRESS_MS);
    start = { target: event.target as Element, x: touch.clientX, y: touch.clientY, timer };
  });

  document.addEventListener('touchmove', (event) => {
    send(event, 'touchmove');
    const touch = event.touches[0];
    if (start && touch && Math.hypot(touch.clientX - start.x, touch.clientY - start.y) > TAP_DISTANCE)
      cancel();
  });

  document.addEventListener('touchend', (event) => {
    send(event, 'touchend');
    const touch = event.changedTouches[0];
    if (!start || !touch) return;
    clearTimeout(start.timer);
    const { target } = start;
    start = undefined;
    if (longPressed || isDisabled(target)) return;
    send(event, 'tap', { x: touch.pageX, y: touch.pageY });
    act(event, target);
  });

  document.addEventListener('touchcancel', (event) => {
    send(event, 'touchcancel');
    cancel();
  });

  for (const type of ['transitionend', 'animationstart', 'animationiteration', 'animationend'])
    document.addEventListener(type, (event) => fire(event.target as Node, type, {}, { bubbles: true }));
}
