import type { DeviceStore } from './device-store.types';

/** Other things of the same origin are not ours to list or remove. */
const OURS = 'wuhao.';

export const deviceStore: DeviceStore = {
  read: (name) => {
    try {
      return localStorage.getItem(OURS + name);
    } catch {
      return null; // a browser may forbid storage altogether
    }
  },
  write: (name, text) => {
    try {
      localStorage.setItem(OURS + name, text);
      return true;
    } catch {
      return false;
    }
  },
  remove: (name) => {
    try {
      localStorage.removeItem(OURS + name);
    } catch {
      // Nothing was kept.
    }
  },
  names: (prefix) => {
    try {
      return Object.keys(localStorage)
        .filter((key) => key.startsWith(OURS + prefix))
        .map((key) => key.slice(OURS.length))
        .sort();
    } catch {
      return [];
    }
  },
  watch: (listener) => {
    const changed = ({ key }: StorageEvent) => {
      if (key === null || key.startsWith(OURS)) listener();
    };
    window.addEventListener('storage', changed);
    return () => window.removeEventListener('storage', changed);
  },
};
