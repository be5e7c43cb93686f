import { oneAtATime } from './one-at-a-time';
import type { Tabs } from './tabs.types';

// Both are missing in browsers of before 2022, and locks on pages without https. Then tabs do not wait for each
// other; nothing is done twice all the same, because the server knows a repeated key and a repeated refresh.
const channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('wuhao');
const locks = typeof navigator === 'undefined' ? undefined : (navigator.locks as LockManager | undefined);

const held = new Map<string, Promise<boolean>>();
const untilClosed = new Promise<void>(() => undefined);

const hold = async (name: string): Promise<boolean> => {
  if (!locks) return true;
  const isHeld = await (held.get(name) ?? false);
  if (isHeld) return true;
  const asked = new Promise<boolean>((resolve) => {
    const take = (lock: Lock | null) => {
      resolve(lock !== null);
      return lock === null ? undefined : untilClosed;
    };
    locks.request(`wuhao.${name}`, { ifAvailable: true }, take).catch(() => resolve(true)); // as where there are no locks
  });
  held.set(name, asked);
  return asked;
};

/** Longer than anything takes: an upload has five minutes. */
const LONGEST_WAIT_MS = 6 * 60_000;

const alone = async <T>(
  name: string,
  work: () => Promise<T>,
  longestWaitMs = LONGEST_WAIT_MS,
): Promise<T> => {
  if (!locks) return oneAtATime(name, work);
  const waiting = new AbortController();
  const timer = setTimeout(() => waiting.abort(), longestWaitMs);
  let hasBegun = false;
  const begin = () => {
    hasBegun = true;
    clearTimeout(timer);
    return work();
  };
  try {
    // The lock's promise is that of the work; the types of the web say less.
    return (await locks.request(`wuhao.${name}`, { signal: waiting.signal }, begin)) as T;
  } catch (error) {
    if (hasBegun || !waiting.signal.aborted) throw error;
    return oneAtATime(name, work);
  }
};

export const tabs: Tabs = {
  alone,
  hold,
  say: (news) => channel?.postMessage(news),
  hear: (listener) => channel?.addEventListener('message', ({ data }) => listener(data)),
};
