import { oneAtATime } from './one-at-a-time';
import type { Tabs } from './tabs.types';

// Both are missing in browsers of before 2022, and locks on pages without https. Then tabs do not wait for each
// other; nothing is done twice all the same, because the server knows a repeated key and a repeated refresh.
const channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('wuhao');
const locks = typeof navigator === 'undefined' ? undefined : (navigator.locks as LockManager | undefined);

/** Resolves when the lock is free. */
type LetGo = () => Promise<void>;
/** By name; null where another tab had it. */
const held = new Map<string, Promise<LetGo | null>>();

const ask = (manager: LockManager, name: string): Promise<LetGo | null> =>
  new Promise((resolve) => {
    let end = (): void => undefined;
    const ended = new Promise<void>((done) => (end = done));
    const take = (lock: Lock | null) => {
      const letGo = () => {
        end();
        return free;
      };
      resolve(lock && letGo);
      return lock ? ended : undefined;
    };
    const free: Promise<void> = manager
      .request(`wuhao.${name}`, { ifAvailable: true }, take)
      .catch(() => resolve(async () => undefined)); // as where there are no locks
  });

const hold = async (name: string): Promise<boolean> => {
  if (!locks) return true;
  const before = held.get(name) ?? Promise.resolve(null);
  const asked = before.then((letGoOfIt) => letGoOfIt ?? ask(locks, name));
  held.set(name, asked);
  return (await asked) !== null;
};

const letGo = async (name: string): Promise<void> => {
  const asked = held.get(name);
  held.delete(name);
  const letGoOfIt = await asked;
  await letGoOfIt?.();
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
  letGo,
  say: (news) => channel?.postMessage(news),
  hear: (listener) => channel?.addEventListener('message', ({ data }) => listener(data)),
};
