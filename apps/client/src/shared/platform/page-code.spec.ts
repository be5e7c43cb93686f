const LIST = {
  '/home': ['/js/shared.js', '/js/home.js'],
  '/me': ['/js/shared.js', '/css/me.css', '/js/me.js'],
};

const fetched = jest.fn<Promise<unknown>, [string, RequestInit]>();
const reply = () => Promise.resolve({ text: async () => JSON.stringify(LIST) });
const files = () => fetched.mock.calls.map(([file]) => file);
const start = async () => {
  const { fetchPageCode } = await import('./page-code.h5');
  fetchPageCode();
  return fetchPageCode;
};
const connect = (connection: object | undefined) =>
  Object.defineProperty(navigator, 'connection', { value: connection, configurable: true });

beforeEach(() => {
  jest.resetModules();
  jest.useFakeTimers();
  connect(undefined);
  fetched.mockReset().mockImplementation(reply);
  globalThis.fetch = fetched as unknown as typeof fetch;
});
afterEach(() => jest.useRealTimers());

it('fetches each file of every page once, after the first page has had its time', async () => {
  const fetchPageCode = await start();
  await jest.advanceTimersByTimeAsync(2_900);
  expect(files()).toEqual([]);
  fetchPageCode(); // signed in anew
  await jest.advanceTimersByTimeAsync(10_000);
  expect(files()).toEqual(['/preload.json', '/js/shared.js', '/js/home.js', '/css/me.css', '/js/me.js']);
  expect(fetched.mock.calls.every(([, { priority }]) => priority === 'low')).toBe(true);
});

it('never asks for a second file before the first has come', async () => {
  let arrive = (_: unknown): void => undefined;
  fetched.mockImplementation((file) =>
    file === '/js/shared.js' ? new Promise((resolve) => (arrive = resolve)) : reply(),
  );
  await start();
  await jest.advanceTimersByTimeAsync(60_000);
  expect(files()).toEqual(['/preload.json', '/js/shared.js']);
  arrive(await reply());
  await jest.advanceTimersByTimeAsync(0);
  expect(files()).toHaveLength(5);
});

it('stops where the network is gone, and begins again when that is back', async () => {
  fetched.mockImplementation((file) =>
    file === '/js/home.js' ? Promise.reject(new TypeError('no network')) : reply(),
  );
  await start();
  await jest.advanceTimersByTimeAsync(60_000);
  expect(files()).toEqual(['/preload.json', '/js/shared.js', '/js/home.js']);
  fetched.mockReset().mockImplementation(reply);
  window.dispatchEvent(new Event('online'));
  await jest.advanceTimersByTimeAsync(10_000);
  expect(files()).toHaveLength(5); // what was read before comes out of the browser's own cache
  window.dispatchEvent(new Event('online'));
  await jest.advanceTimersByTimeAsync(10_000);
  expect(files()).toHaveLength(5);
});

it.each([
  ['asked to save data', { saveData: true }],
  ['on a slow network', { effectiveType: 'slow-2g' }],
])('fetches nothing when %s', async (_, connection) => {
  connect(connection);
  await start();
  await jest.advanceTimersByTimeAsync(60_000);
  expect(files()).toEqual([]);
});
