import { act, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { ApiError } from '../http/api-error';
import { pictureStore } from '../platform/picture-store';
import { reach } from '../session/session';
import { Photo } from '../ui/primitives';

const signed = (n: number) => `/api/v1/files/${String(n).padStart(43, 'a')}?v=thumbnail&e=9999999999&s=abc`;

/** As much of the browser's Cache as is used, over a map in order. */
const createCaches = () => {
  const stores = new Map<string, Map<string, object>>();
  const nameOf = (request: string | { url: string }) =>
    typeof request === 'string' ? request : new URL(request.url).pathname;
  return {
    stores,
    open: async (name: string) => {
      const kept = stores.get(name) ?? new Map<string, object>();
      stores.set(name, kept);
      return {
        match: async (request: string) => kept.get(nameOf(request)),
        put: async (request: string, reply: object) => void kept.set(nameOf(request), reply),
        delete: async (request: { url: string }) => kept.delete(nameOf(request)),
        keys: async () => [...kept.keys()].map((name) => ({ url: `https://wuhao.example${name}` })),
      };
    },
    delete: async (name: string) => stores.delete(name),
  };
};

let caches: ReturnType<typeof createCaches>;
const fetched = jest.fn(async (_address: string) => ({ ok: true, blob: async () => new Blob(['picture']) }));
const kept = () => [...(caches.stores.get('wuhao-pictures')?.keys() ?? [])];
const image = () => screen.getByAltText('第 1 页') as HTMLImageElement;

beforeEach(() => {
  caches = createCaches();
  fetched.mockClear();
  Object.assign(globalThis, { caches, fetch: fetched });
});

it('keeps what was shown, by its file, and shows that when the server is away', async () => {
  const { unmount } = render(<Photo src={signed(1)} label="第 1 页" />);
  fireEvent.load(image());
  await waitFor(() => expect(kept()).toHaveLength(1));
  unmount();
  render(<Photo src={signed(1)} label="第 1 页" />);
  fireEvent.error(image());
  await waitFor(() => expect(image().src).toBe('blob:photo'));
  expect(image().className).not.toContain('is-missing');
});

it('shows paper instead of a broken sign when nobody has the picture', async () => {
  render(<Photo src={signed(2)} label="第 1 页" />);
  fireEvent.error(image());
  await waitFor(() => expect(image().className).toContain('is-missing'));
});

it('tries the next address of a picture that could not be shown by the first', async () => {
  const { rerender } = render(<Photo src={signed(4)} label="第 1 页" />);
  fireEvent.error(image());
  await waitFor(() => expect(image().className).toContain('is-missing'));
  const anew = signed(4).replace('s=abc', 's=anew');
  rerender(<Photo src={anew} label="第 1 页" />);
  expect(image().getAttribute('src')).toBe(anew);
  expect(image().className).not.toContain('is-missing');
});

it('tries again when the server is back', async () => {
  const onShown = jest.fn();
  render(<Photo src={signed(5)} label="第 1 页" onShown={onShown} />);
  const failed = image();
  act(() => reach.ask()(new ApiError('NETWORK', 'gone')));
  fireEvent.error(failed);
  await waitFor(() => expect(failed.className).toContain('is-missing'));
  act(() => reach.ask()());
  // The same address at the same image would not be loaded again.
  expect(image()).not.toBe(failed);
  expect(image().getAttribute('src')).toBe(signed(5));
  fireEvent.load(image());
  expect(image().className).not.toContain('is-missing');
  expect(onShown.mock.calls).toEqual([[false], [true]]);
});

it('does not keep photos of the device, nor what the server did not give', async () => {
  fetched.mockResolvedValueOnce({ ok: false, blob: async () => new Blob() });
  await pictureStore.keep('x.thumbnail', signed(3));
  render(<Photo src="blob:own" label="第 1 页" />);
  fireEvent.load(image());
  await Promise.resolve();
  expect(kept()).toEqual([]);
});

it('is bounded, the oldest first, and can be emptied', async () => {
  for (let n = 0; n < 70; n++) await pictureStore.keep(`${n}.thumbnail`, signed(n));
  expect(kept()).toHaveLength(60);
  expect(kept()[0]).toContain('/10.thumbnail');
  await pictureStore.clear();
  expect(caches.stores.size).toBe(0);
});

describe('the address of a copy', () => {
  const keyOf = (n: number) => `${String(n).padStart(43, 'a')}.thumbnail`;
  let last = 0;
  const create = jest.spyOn(URL, 'createObjectURL');
  const revoke = jest.spyOn(URL, 'revokeObjectURL');
  beforeEach(async () => {
    await pictureStore.clear();
    create.mockClear().mockImplementation(() => `blob:${++last}`);
    revoke.mockClear();
    await pictureStore.keep(keyOf(1), signed(1));
  });
  afterAll(() => create.mockImplementation(() => 'blob:photo'));

  it('is one, however many show it', async () => {
    const [one, two] = await Promise.all([pictureStore.find(keyOf(1)), pictureStore.find(keyOf(1))]);
    expect(one).toBe(`blob:${last}`);
    expect([two, await pictureStore.find(keyOf(1)), pictureStore.known(keyOf(1))]).toEqual([one, one, one]);
    expect(create).toHaveBeenCalledTimes(1);
    expect(revoke).not.toHaveBeenCalled();
  });

  it('is given back with its copy: when younger ones take its place', async () => {
    const address = await pictureStore.find(keyOf(1));
    for (let n = 2; n <= 60; n++) await pictureStore.keep(keyOf(n), signed(n));
    expect(revoke).not.toHaveBeenCalled();
    await pictureStore.keep(keyOf(61), signed(61));
    expect(revoke.mock.calls).toEqual([[address]]);
    expect([pictureStore.known(keyOf(1)), await pictureStore.find(keyOf(1))]).toEqual([null, null]);
  });

  it('is given back with its copy: when the account logs out', async () => {
    const address = await pictureStore.find(keyOf(1));
    await pictureStore.clear();
    expect(revoke.mock.calls).toEqual([[address]]);
    expect([pictureStore.known(keyOf(1)), await pictureStore.find(keyOf(1))]).toEqual([null, null]);
  });
});
