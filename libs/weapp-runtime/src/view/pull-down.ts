const PULL = 50;
/** The style makes room for the sign at the page's top. */
const MARK = 'wxr-refreshing';

export interface Refreshing {
  start(): void;
  stop(): void;
}

/**
 * A finger that pulls the page down at its top starts the refreshing, once until the app ends it. Within a scroll view
 * it pulls the view and never the page.
 */
export function listenForPull(refresh: () => void): Refreshing {
  const root = document.documentElement;
  const start = (): void => {
    if (root.hasAttribute(MARK)) return;
    root.setAttribute(MARK, '');
    refresh();
  };
  const stop = (): void => root.removeAttribute(MARK);
  let from: Touch | undefined;
  document.addEventListener('touchstart', ({ target, touches }) => {
    const isWithin = target instanceof Element && target.closest('wx-scroll-view') !== null;
    from = root.scrollTop <= 0 && touches.length === 1 && !isWithin ? touches[0] : undefined;
  });
  document.addEventListener('touchend', ({ changedTouches: [to] }) => {
    if (from && to && to.clientY - from.clientY > PULL) start();
    from = undefined;
  });
  return { start, stop };
}
