import type { PictureStore } from './picture-store.types';

const STORE = 'wuhao-pictures';
const MOST_KEPT = 60;
/** Names inside of the store; nothing is ever asked there. */
const nameOf = (key: string) => `/kept-pictures/${key}`;

// Missing on pages without https, and closed in some private windows: then nothing is kept.
const open = async (): Promise<Cache | null> => {
  try {
    return typeof caches === 'undefined' ? null : await caches.open(STORE);
  } catch {
    return null;
  }
};

export const pictureStore: PictureStore = {
  known: () => null,
  find: async (key) => {
    const kept = await (await open())?.match(nameOf(key));
    return kept ? URL.createObjectURL(await kept.blob()) : null;
  },
  keep: async (key, address) => {
    const store = await open();
    if (!store || (await store.match(nameOf(key)))) return;
    try {
      // The browser has just shown it and may keep it as long as the address lives, so this asks nobody.
      const reply = await fetch(address, { cache: 'force-cache', credentials: 'same-origin' });
      if (!reply.ok) return;
      await store.put(nameOf(key), reply);
      const names = await store.keys(); // in the order they came
      for (const old of names.slice(0, Math.max(0, names.length - MOST_KEPT))) await store.delete(old);
    } catch {
      // No room, or the address died meanwhile: the next time, perhaps.
    }
  },
  clear: async () => {
    if (typeof caches !== 'undefined') await caches.delete(STORE).catch(() => false);
  },
};
