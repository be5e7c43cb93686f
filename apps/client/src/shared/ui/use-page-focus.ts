import { useDidShow } from '@tarojs/taro';
import { useRef, type FocusEvent } from 'react';

/** The page that an address opened keeps the browser's own focus, at its start. */
let isFirst = true;

/**
 * H5: the router swaps pages without the browser's notice, so the focus would stay on what is no longer seen. A new
 * page gets it on its title; a page that is come back to, on what had it before.
 */
export const usePageFocus = () => {
  const page = useRef<HTMLDivElement>(null);
  const last = useRef<HTMLElement | null>(null);
  useDidShow(() => {
    const wasFirst = isFirst;
    isFirst = false;
    if (last.current?.isConnected) return last.current.focus({ preventScroll: true });
    if (wasFirst) return;
    const title = page.current?.querySelector<HTMLElement>('h1, main');
    if (!title) return;
    title.tabIndex = -1;
    title.focus({ preventScroll: true });
  });
  return {
    ref: page,
    onFocusCapture: ({ target }: FocusEvent) => {
      if (target instanceof HTMLElement) last.current = target;
    },
  };
};
