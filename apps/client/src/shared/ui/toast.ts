import { useSyncExternalStore } from 'react';

/** Long enough to read a short sentence. */
const SHOWN_MS = 2_500;

let shown: string | null = null;
let timer: ReturnType<typeof setTimeout> | undefined;
const listeners = new Set<() => void>();

const change = (next: string | null) => {
  shown = next;
  listeners.forEach((listener) => listener());
};

/** Says that something is done, on whatever page is in front by then. For nothing that a person must not miss. */
export const toast = (text: string): void => {
  clearTimeout(timer);
  change(text);
  timer = setTimeout(() => change(null), SHOWN_MS);
};

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

export const useToast = (): string | null =>
  useSyncExternalStore(
    subscribe,
    () => shown,
    () => shown,
  );
