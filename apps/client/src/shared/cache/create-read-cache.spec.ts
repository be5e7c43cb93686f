import { QueryClient } from '@tanstack/react-query';
import { createMemoryStore } from '../../testing/memory-store';
import { createReadCache } from './create-read-cache';

const start = (store = createMemoryStore(), version = '1.0.0') => {
  const client = new QueryClient({ defaultOptions: { queries: { gcTime: Infinity } } });
  return { client, store, cache: createReadCache(client, store, version) };
};

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

/** A visit of account `a` in which home was read. */
const visited = () => {
  const first = start();
  first.cache.belongTo('a');
  first.client.setQueryData(['home'], { due: 6 }, { updatedAt: 1_000 });
  jest.advanceTimersByTime(2_000);
  return first;
};

it('shows at the next start what was read last, as old as it is', () => {
  const { client, cache } = start(visited().store);
  cache.belongTo('a');
  expect(client.getQueryData(['home'])).toEqual({ due: 6 });
  expect(client.getQueryState(['home'])?.dataUpdatedAt).toBe(1_000);
});

it('shows nothing of one account to another, and removes it', () => {
  const { store } = visited();
  const { client, cache } = start(store);
  cache.belongTo('b');
  expect(client.getQueryData(['home'])).toBeUndefined();
  expect(store.names('')).toEqual([]);
});

it('forgets in memory and on the device when nobody is signed in any more', () => {
  const { client, cache, store } = visited();
  cache.belongTo(null);
  expect(client.getQueryCache().getAll()).toEqual([]);
  expect(store.names('')).toEqual([]);
  client.setQueryData(['late'], { of: 'a' });
  jest.advanceTimersByTime(5_000);
  expect(store.names('')).toEqual([]);
});

it('drops what another version has kept', () => {
  const { store } = visited();
  const { client, cache } = start(store, '1.1.0');
  cache.belongTo('a');
  expect(client.getQueryData(['home'])).toBeUndefined();
});

it('survives what a dying device cut short', () => {
  const { store } = visited();
  store.write('of.a.reads', store.read('of.a.reads')!.slice(0, -5));
  const { client, cache } = start(store);
  cache.belongTo('a');
  expect(client.getQueryCache().getAll()).toEqual([]);
});

it('keeps the first page of a long list', () => {
  const { client, cache, store } = start();
  cache.belongTo('a');
  client.setQueryData(['list'], { pages: [{ items: [1] }, { items: [2] }], pageParams: [undefined, 'c1'] });
  cache.save();
  const second = start(store);
  second.cache.belongTo('a');
  expect(second.client.getQueryData(['list'])).toEqual({ pages: [{ items: [1] }], pageParams: [null] });
});

it('bounds what it keeps, on the device and in memory', () => {
  const { client, cache, store } = start();
  cache.belongTo('a');
  for (let n = 0; n < 200; n++) {
    client.setQueryData(['homework', n], { text: 'x'.repeat(5_000) }, { updatedAt: n });
  }
  cache.save();
  expect(store.read('of.a.reads')!.length).toBeLessThan(260_000);
  expect(client.getQueryCache().getAll().length).toBeLessThan(60);
  expect(client.getQueryData(['homework', 199])).toBeTruthy();
});

it('lives without room on the device', () => {
  const full = { ...createMemoryStore(), write: () => false };
  const { client, cache } = start(full);
  cache.belongTo('a');
  client.setQueryData(['home'], { due: 6 });
  expect(() => cache.save()).not.toThrow();
  expect(client.getQueryData(['home'])).toEqual({ due: 6 });
});
