import { useDidShow } from '@tarojs/taro';
import { useEffect, useRef, type FocusEvent } from 'react';

/** The page that an address opened keeps the browser's own focus, at its start. */
let isFirst = true;

const HEADINGS = 'h1, h2, h3';

/** Without the way back to it by Tab: it is no control, a screen reader only goes on from there. */
const focusOn = (element: HTMLElement): void => {
  element.tabIndex = -1;
  element.focus({ preventScroll: true });
};

const headingIn = (node: Node): HTMLElement | null => {
  if (!(node instanceof HTMLElement)) return null;
  return node.matches(HEADINGS) ? node : node.querySelector<HTMLElement>(HEADINGS);
};

/** From the inside out. */
const placesAround = (element: HTMLElement): HTMLElement[] => {
  const parent = element.parentElement;
  return parent ? [parent, ...placesAround(parent)] : [];
};

/** Where a reader goes on: the title of what has come, else that of what is left around it. */
const nextTitle = (added: Node[], around: HTMLElement[]): HTMLElement | null => {
  for (const place of [...added.filter((node) => node.isConnected), ...around]) {
    const heading = headingIn(place);
    if (heading) return heading;
  }
  return null;
};

/**
 * H5: the router swaps pages without the browser's notice, and a page swaps its parts, so the focus would stay on what
 * is no longer seen, or fall to the document's start. A new page gets it on its title; a page that is come back to, on
 * what had it before; and where the focused control goes, the title of what comes in its place.
 */
export const usePageFocus = () => {
  const page = useRef<HTMLDivElement>(null);
  const last = useRef<HTMLElement | null>(null);
  /** What `last` stands in: gone from the page, it no longer tells. */
  const around = useRef<HTMLElement[]>([]);
  useDidShow(() => {
    const wasFirst = isFirst;
    isFirst = false;
    if (last.current?.isConnected) return last.current.focus({ preventScroll: true });
    if (wasFirst) return;
    const title = page.current?.querySelector<HTMLElement>('h1, main');
    if (title) focusOn(title);
  });
  useEffect(() => {
    const watch = new MutationObserver((changes) => {
      if (!last.current || last.current.isConnected || document.activeElement !== document.body) return;
      last.current = null;
      const title = nextTitle(
        changes.flatMap(({ addedNodes }) => [...addedNodes]),
        around.current.filter(({ isConnected }) => isConnected),
      );
      if (title) focusOn(title);
    });
    if (page.current) watch.observe(page.current, { childList: true, subtree: true });
    return () => watch.disconnect();
  }, []);
  return {
    ref: page,
    onFocusCapture: ({ target }: FocusEvent) => {
      if (!(target instanceof HTMLElement)) return;
      last.current = target;
      around.current = placesAround(target);
    },
  };
};
