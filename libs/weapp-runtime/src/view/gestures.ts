import type { TouchPoint } from '../protocol';
import { fire, isPart } from './parts/part';

const TAP_DISTANCE = 10;
const LONG_PRESS_MS = 350;

const toPoint = (touch: Touch): TouchPoint => ({
  identifier: touch.identifier,
  pageX: touch.pageX,
  pageY: touch.pageY,
  clientX: touch.clientX,
  clientY: touch.clientY,
});

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

  document.addEventListener('touchstart', (event) => {
    send(event, 'touchstart');
    const touch = event.touches[0];
    if (!touch || event.touches.length > 1) return;
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
    if (start && touch && Math.hypot(touch.clientX - start.x, touch.clientY - start.y) > TAP_DISTANCE) {
      clearTimeout(start.timer);
      start = undefined;
    }
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
    if (start) clearTimeout(start.timer);
    start = undefined;
  });

  for (const type of ['transitionend', 'animationstart', 'animationiteration', 'animationend'])
    document.addEventListener(type, (event) => fire(event.target as Node, type, {}, { bubbles: true }));
}
