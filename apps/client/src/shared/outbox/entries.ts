import { giveUpReads } from '../cache/create-read-cache';
import type { DeviceStore } from '../platform/device-store.types';
import { parseKept } from '../platform/kept-json';
import { textOf } from '../platform/text-of';
import type { Entry } from './entry';

/** Each entry has a name of its own in the store, so that two tabs never overwrite each other's. */
const nameOf = (account: string, id = ''): string => `of.${account}.outbox.${id}`;

/** The entries on the device, in the order they were made. */
export const createEntries = (store: DeviceStore) => {
  /**
   * Where the device has no room: they live as long as the app does. An older version may still lie on the device,
   * where it is worth more than nothing: sent again after a restart it is the same write.
   */
  const unkept = new Map<string, { entry: Entry; older: string | null | undefined }>();

  /** What the device would not remove: sent again and again it would hold up its lane for ever. */
  const gone = new Set<string>();

  /** As they were read last: what the device cannot read just now has not been sent by another tab. */
  const seen = new Map<string, Entry>();

  const find = (name: string): Entry | null => {
    if (gone.has(name)) return null;
    const held = unkept.get(name);
    const text = store.read(name);
    if (held && (!held.older || text === undefined || held.older === text)) return held.entry;
    if (text === undefined) return seen.get(name) ?? null;
    unkept.delete(name); // another tab has sent it or taken it back
    const entry = parseKept<Entry>(text);
    if (entry) seen.set(name, entry);
    else seen.delete(name);
    return entry;
  };
  const list = (account: string): Entry[] =>
    [...new Set([...(store.names(nameOf(account)) ?? seen.keys()), ...unkept.keys()])]
      .filter((name) => name.startsWith(nameOf(account)))
      .map(find)
      .filter((entry) => entry !== null)
      .sort((a, b) => (a.id < b.id ? -1 : 1));
  const write = (account: string, entry: Entry): void => {
    const name = nameOf(account, entry.id);
    const text = JSON.stringify(entry);
    gone.delete(name);
    // What was read can be read again; what was written is nowhere else.
    if (store.write(name, text) || (giveUpReads(store) && store.write(name, text))) unkept.delete(name);
    else unkept.set(name, { entry, older: store.read(name) });
  };

  return {
    list,
    write,
    /** Unless it was sent or taken back meanwhile, here or in another tab. */
    update: (account: string, entry: Entry): void => {
      if (find(nameOf(account, entry.id))?.kind === entry.kind) write(account, entry);
    },
    /** What takes a write back has its id. */
    isReplaced: (account: string, { id, kind }: Entry): boolean =>
      (find(nameOf(account, id))?.kind ?? kind) !== kind,
    /** False for what ends with the app. */
    isKept: (account: string, { id }: Entry): boolean => store.read(nameOf(account, id)) !== null,
    text: (): string | undefined => {
      const kept = textOf(store, (name) => name.includes('.outbox.'));
      const others = [...unkept.values()].map(({ entry }) => JSON.stringify(entry));
      return kept === undefined ? undefined : [kept, ...others].join('\n');
    },
    remove: (account: string, id: string): void => {
      const name = nameOf(account, id);
      unkept.delete(name);
      seen.delete(name);
      store.remove(name);
      if (store.read(name) !== null) gone.add(name);
    },
  };
};
