import type { DeviceStore } from '../shared/platform/device-store.types';

/** A device of its own for a test, with room for so many characters. */
export const createMemoryStore = (room = Infinity): DeviceStore => {
  const kept = new Map<string, string>();
  const charsBut = (name: string) =>
    [...kept].reduce((chars, [other, text]) => chars + (other === name ? 0 : text.length), 0);
  return {
    read: (name) => kept.get(name) ?? null,
    write: (name, text) => {
      if (charsBut(name) + text.length > room) return false;
      kept.set(name, text);
      return true;
    },
    remove: (name) => void kept.delete(name),
    names: (prefix) => [...kept.keys()].filter((name) => name.startsWith(prefix)).sort(),
    watch: () => () => undefined,
  };
};
