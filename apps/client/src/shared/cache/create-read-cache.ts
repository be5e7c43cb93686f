import type { Query, QueryClient, QueryKey } from '@tanstack/react-query';
import type { DeviceStore } from '../platform/device-store.types';
import { parseKept } from '../platform/kept-json';
import { newestWithin } from './bounds';

/** About half a megabyte on the device; WeChat gives one entry twice that. */
const BOUNDS = { mostEntries: 60, mostChars: 250_000 };
const SAVE_AFTER_MS = 1_500;

const SUFFIX = '.reads';
const nameOf = (account: string): string => `of.${account}${SUFFIX}`;
const listKept = (store: DeviceStore): string[] =>
  (store.names('of.') ?? []).filter((name) => name.endsWith(SUFFIX));

/** Makes room on the device for what cannot be read again. False when there was none to make. */
export const giveUpReads = (store: DeviceStore): boolean => {
  const names = listKept(store);
  names.forEach((name) => store.remove(name));
  return names.length > 0;
};

interface Kept {
  version: string;
  reads: { key: QueryKey; data: unknown; at: number }[];
}

/** Of a long list only the first page is kept: the rest is read on from there. */
const firstPage = (data: unknown): unknown => {
  const { pages, pageParams } = data as { pages?: unknown[]; pageParams?: unknown[] };
  if (!Array.isArray(pages) || !Array.isArray(pageParams)) return data;
  return { pages: pages.slice(0, 1), pageParams: pageParams.slice(0, 1) };
};

/**
 * What was read last, on the device, so that the next start shows it at once. It belongs to one account and one
 * version of the app: another one's shapes may differ.
 */
export const createReadCache = (client: QueryClient, store: DeviceStore, version: string) => {
  let account: string | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** The same answer is not written out twice. */
  const texts = new WeakMap<object, string>();

  const textOf = ({ queryKey, state: { data, dataUpdatedAt } }: Query): string => {
    const known = texts.get(data as object);
    if (known !== undefined) return known;
    const text = JSON.stringify({ key: queryKey, data: firstPage(data), at: dataUpdatedAt });
    texts.set(data as object, text);
    return text;
  };

  const save = (): void => {
    clearTimeout(timer);
    timer = undefined;
    if (account === null) return;
    const reads = client
      .getQueryCache()
      .getAll()
      .filter(({ state }) => typeof state.data === 'object' && state.data !== null)
      .map((query) => ({ query, at: query.state.dataUpdatedAt, text: textOf(query) }));
    const kept = newestWithin(reads, BOUNDS);
    const text = `{"version":${JSON.stringify(version)},"reads":[${kept.map((read) => read.text).join()}]}`;
    if (!store.write(nameOf(account), text)) store.remove(nameOf(account));
    // Memory has the same bounds as the device.
    const keptQueries = new Set(kept.map(({ query }) => query));
    for (const { query } of reads) {
      if (!keptQueries.has(query) && query.getObserversCount() === 0) client.getQueryCache().remove(query);
    }
  };

  const load = (of: string): void => {
    const kept = parseKept<Kept>(store.read(nameOf(of)));
    if (kept?.version !== version) return store.remove(nameOf(of));
    for (const { key, data, at } of kept.reads) client.setQueryData(key, data, { updatedAt: at });
  };

  client.getQueryCache().subscribe((event) => {
    if (event.type !== 'updated' || event.action.type !== 'success') return;
    timer ??= setTimeout(save, SAVE_AFTER_MS);
  });

  return {
    /** Shows this account's reads, and removes every other's from memory and device. */
    belongTo: (next: string | null): void => {
      if (next === account) return;
      clearTimeout(timer);
      timer = undefined;
      if (account !== null) client.clear();
      account = next;
      for (const name of listKept(store)) if (next === null || name !== nameOf(next)) store.remove(name);
      if (next !== null) load(next);
    },
    /** The app goes to the background, from where it may not come back. */
    save,
  };
};
