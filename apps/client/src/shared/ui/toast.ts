import { createStore, useStore } from '../store';

/** Long enough to read a short sentence. */
const SHOWN_MS = 2_500;

const shown = createStore<string | null>(null);
let timer: ReturnType<typeof setTimeout> | undefined;

/** Says that something is done, on whatever page is in front by then. For nothing that a person must not miss. */
export const toast = (text: string): void => {
  clearTimeout(timer);
  shown.set(text);
  timer = setTimeout(() => shown.set(null), SHOWN_MS);
};

export const useToast = (): string | null => useStore(shown);
