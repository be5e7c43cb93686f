import { askToLast } from './lasting';
import type { KeptPhotos } from './kept-photos.types';

const DATABASE = 'wuhao';
const PHOTOS = 'photos';

const connect = (): Promise<IDBDatabase> =>
  new Promise((resolve, reject) => {
    const request = indexedDB.open(DATABASE, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(PHOTOS);
    request.onerror = () => {
      connection = null;
      reject(request.error ?? new Error('the browser keeps no photos'));
    };
    request.onsuccess = () => {
      request.result.onclose = () => (connection = null);
      resolve(request.result);
    };
  });

let connection: Promise<IDBDatabase> | null = null;

type Ask<T> = (photos: IDBObjectStore) => IDBRequest<T>;

/** Ends with its transaction: only then does it lie on the disk, which may have no room for what was taken before. */
const ask = async <T>(mode: IDBTransactionMode, what: Ask<T>): Promise<T> => {
  const transaction = (await (connection ??= connect())).transaction(PHOTOS, mode);
  return new Promise((resolve, reject) => {
    const request = what(transaction.objectStore(PHOTOS));
    transaction.oncomplete = () => resolve(request.result);
    transaction.onabort = () => reject(transaction.error ?? new Error('the browser broke it off'));
  });
};

/** Once more over a new connection: an opening may fail, and Safari loses a connection without a word. */
const inStore = <T>(mode: IDBTransactionMode, what: Ask<T>): Promise<T> =>
  ask(mode, what).catch(() => {
    connection = null;
    return ask(mode, what);
  });

// Every one of these may fail in a private window: then nothing is kept, and nothing breaks.
export const keptPhotos: KeptPhotos = {
  keep: async ({ id, file }) => {
    askToLast();
    try {
      await inStore('readwrite', (photos) => photos.put(file, id));
      return true;
    } catch {
      return false;
    }
  },
  open: async (id) => {
    try {
      const file = await inStore<File | undefined>('readonly', (photos) => photos.get(id));
      return file ? { id, url: '', file } : null;
    } catch {
      return null;
    }
  },
  remove: async (id) => {
    await inStore('readwrite', (photos) => photos.delete(id)).catch(() => undefined);
  },
  ids: async () => {
    try {
      return (await inStore('readonly', (photos) => photos.getAllKeys())) as string[];
    } catch {
      return [];
    }
  },
};
