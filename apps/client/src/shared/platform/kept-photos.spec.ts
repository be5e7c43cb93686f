import { keptPhotos } from './kept-photos.h5';

/** A browser's database, as far as it is asked here; it may have no room, refuse to open, or lose the connection. */
const files = new Map<string, unknown>();
const device = { isFull: false, openings: [] as ('fails' | 'loses the connection')[] };

const request = <T>(result: () => T) => {
  const made = { result: undefined as T | undefined, onsuccess: () => undefined };
  queueMicrotask(() => {
    made.result = result();
    made.onsuccess();
  });
  return made;
};

const createTransaction = () => {
  const made = {
    ...{ error: null as Error | null, oncomplete: () => undefined, onabort: () => undefined },
    objectStore: () => ({
      put: (file: unknown, id: string) => request(() => (staged.set(id, file), id)),
      get: (id: string) => request(() => files.get(id)),
      delete: (id: string) => request(() => void files.delete(id)),
      getAllKeys: () => request(() => [...files.keys()]),
    }),
  };
  const staged = new Map<string, unknown>();
  setTimeout(() => {
    if (device.isFull && staged.size > 0) {
      made.error = new DOMException('no room', 'QuotaExceededError');
      return made.onabort();
    }
    staged.forEach((file, id) => files.set(id, file));
    made.oncomplete();
  });
  return made;
};

const openDatabase = () => {
  const how = device.openings.shift();
  const database = {
    onclose: () => undefined,
    transaction: () => {
      if (how === 'loses the connection') throw new DOMException('closing', 'InvalidStateError');
      return createTransaction();
    },
  };
  const made = { result: database, error: new Error('refused'), onsuccess: () => {}, onerror: () => {} };
  queueMicrotask(() => (how === 'fails' ? made.onerror() : made.onsuccess()));
  opened.push(database);
  return made;
};
const opened: { onclose(): void }[] = [];
Object.assign(globalThis, { indexedDB: { open: openDatabase } });

const photo = (id: string) => ({ id, url: '', file: new File(['x'], id) });
const close = () => opened[opened.length - 1]?.onclose();

beforeEach(() => {
  close(); // as if the browser were opened anew
  Object.assign(device, { isFull: false, openings: [] });
  opened.length = 0;
  files.clear();
});

it('keeps photos, gives them back and removes them, over one connection', async () => {
  expect(await keptPhotos.keep(photo('a'))).toBe(true);
  expect(await keptPhotos.keep(photo('b'))).toBe(true);
  expect(await keptPhotos.open('a')).toMatchObject({ id: 'a', file: { name: 'a' } });
  await keptPhotos.remove('a');
  expect(await keptPhotos.open('a')).toBeNull();
  expect(await keptPhotos.ids()).toEqual(['b']);
  expect(opened).toHaveLength(1);
});

it('does not say that a photo is kept which the browser took and then had no room for', async () => {
  device.isFull = true;
  expect(await keptPhotos.keep(photo('a'))).toBe(false);
  expect(await keptPhotos.open('a')).toBeNull();
  device.isFull = false;
  expect(await keptPhotos.keep(photo('a'))).toBe(true);
});

it.each(['fails', 'loses the connection'] as const)('opens anew when the first opening %s', async (how) => {
  files.set('a', new File(['x'], 'a'));
  device.openings = [how];
  expect(await keptPhotos.open('a')).not.toBeNull();
});

it('opens anew when the browser has closed the connection', async () => {
  await keptPhotos.keep(photo('a'));
  close();
  expect(await keptPhotos.open('a')).not.toBeNull();
  expect(opened).toHaveLength(2);
});

it('does without where the browser never opens', async () => {
  device.openings = Array<'fails'>(8).fill('fails');
  expect(await keptPhotos.keep(photo('a'))).toBe(false);
  expect(await keptPhotos.open('a')).toBeNull();
  expect(await keptPhotos.ids()).toEqual([]);
  await keptPhotos.remove('a');
  expect(await keptPhotos.keep(photo('a'))).toBe(true);
});

it('asks the browser once not to throw away what is kept', async () => {
  const persist = jest.fn(async () => true);
  Object.defineProperty(navigator, 'storage', { configurable: true, value: { persist } });
  await jest.isolateModulesAsync(async () => {
    const { keptPhotos: anew } = await import('./kept-photos.h5');
    await anew.open('p');
    expect(persist).not.toHaveBeenCalled();
    await anew.keep({ id: 'p', url: 'blob:p', file: new File(['x'], 'p') });
    await anew.keep({ id: 'q', url: 'blob:q', file: new File(['x'], 'q') });
    expect(persist).toHaveBeenCalledTimes(1);
  });
});
