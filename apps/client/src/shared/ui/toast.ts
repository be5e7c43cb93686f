import { createStore, useStore } from '../store';
import type { IconName } from './Icon';

interface Toast {
  text: string;
  icon: IconName;
}

/** Long enough to read a short sentence. */
const SHOWN_MS = 2_500;

const shown = createStore<Toast | null>(null);
let timer: ReturnType<typeof setTimeout> | undefined;

/** Says that something is done, on whatever page is in front by then. For nothing that a person must not miss. */
export const toast = (text: string, icon: IconName = 'tick'): void => {
  clearTimeout(timer);
  shown.set({ text, icon });
  timer = setTimeout(() => shown.set(null), SHOWN_MS);
};

export const useToast = (): Toast | null => useStore(shown);
