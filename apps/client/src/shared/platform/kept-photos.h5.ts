import type { KeptPhotos } from './kept-photos.types';

const DATABASE = 'wuhao';
const PHOTOS = 'photos';

const settle = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('the browser keeps no photos'));
  });

let opening: Promise<IDBDatabase> | null = null;
const open = (): Promise<IDBDatabase> => {
  opening ??= (async () => {
    const request = indexedDB.open(DATABASE, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(PHOTOS);
    return settle(request);
  })();
  return opening;
};

const inStore = async <T>(
  mode: IDBTransactionMode,
  ask: (photos: IDBObjectStore) => IDBRequest<T>,
): Promise<T> => settle(ask((await open()).transaction(PHOTOS, mode).objectStore(PHOTOS)));

// Every one of these may fail in a private window: then nothing is kept, and nothing breaks.
export const keptPhotos: KeptPhotos = {
  keep: async ({ id, file }) => {
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
