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

/** Addresses of copies that were asked for: one each, however often it is shown, until the copy itself goes. */
const addresses = new Map<string, string>();

/** What shows it already has loaded it and goes on showing it; only nothing new can load it. */
const revoke = (name: string): void => {
  const address = addresses.get(name);
  if (address) URL.revokeObjectURL(address);
  addresses.delete(name);
};

export const pictureStore: PictureStore = {
  known: (key) => addresses.get(nameOf(key)) ?? null,
  find: async (key) => {
    const name = nameOf(key);
    const kept = await (await open())?.match(name);
    const copy = await kept?.blob();
    // Another image of the same picture may have been faster.
    const address = addresses.get(name) ?? (copy ? URL.createObjectURL(copy) : null);
    if (address) addresses.set(name, address);
    return address;
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
      for (const old of names.slice(0, Math.max(0, names.length - MOST_KEPT))) {
        revoke(new URL(old.url).pathname);
        await store.delete(old);
      }
    } catch {
      // No room, or the address died meanwhile: the next time, perhaps.
    }
  },
  clear: async () => {
    [...addresses.keys()].forEach(revoke);
    if (typeof caches !== 'undefined') await caches.delete(STORE).catch(() => false);
  },
};
