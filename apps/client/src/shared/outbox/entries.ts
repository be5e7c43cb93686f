import type { DeviceStore } from '../platform/device-store.types';
import { parseKept } from '../platform/kept-json';
import type { Entry } from './entry';

/** Each entry has a name of its own in the store, so that two tabs never overwrite each other's. */
const nameOf = (account: string, id = ''): string => `of.${account}.outbox.${id}`;

/** The entries on the device, in the order they were made. */
export const createEntries = (store: DeviceStore) => {
  /** Where the device has no room: they live as long as the app does. */
  const unkept = new Map<string, Entry>();
  return {
    list: (account: string): Entry[] =>
      [
        ...store.names(nameOf(account)).map((name) => parseKept<Entry>(store.read(name))),
        ...[...unkept].filter(([name]) => name.startsWith(nameOf(account))).map(([, entry]) => entry),
      ]
        .filter((entry) => entry !== null)
        .sort((a, b) => (a.id < b.id ? -1 : 1)),
    text: (): string =>
      [
        ...store
          .names('of.')
          .filter((name) => name.includes('.outbox.'))
          .map((name) => store.read(name)),
        ...[...unkept.values()].map((entry) => JSON.stringify(entry)),
      ].join('\n'),
    write: (account: string, entry: Entry): void => {
      const name = nameOf(account, entry.id);
      if (store.write(name, JSON.stringify(entry))) unkept.delete(name);
      else unkept.set(name, entry);
    },
    remove: (account: string, id: string): void => {
      unkept.delete(nameOf(account, id));
      store.remove(nameOf(account, id));
    },
  };
};
