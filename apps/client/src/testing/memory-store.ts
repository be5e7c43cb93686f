import type { DeviceStore } from '../shared/platform/device-store.types';

/** A device of its own for a test. */
export const createMemoryStore = (): DeviceStore => {
  const kept = new Map<string, string>();
  return {
    read: (name) => kept.get(name) ?? null,
    write: (name, text) => {
      kept.set(name, text);
      return true;
    },
    remove: (name) => void kept.delete(name),
    names: (prefix) => [...kept.keys()].filter((name) => name.startsWith(prefix)).sort(),
    watch: () => () => undefined,
  };
};
