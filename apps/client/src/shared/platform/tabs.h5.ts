import type { Tabs } from './tabs.types';

// Both are missing in browsers of before 2022, and locks on pages without https. Then tabs do not wait for each
// other; nothing is done twice all the same, because the server knows a repeated key and a repeated refresh.
const channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('wuhao');
const locks = typeof navigator === 'undefined' ? undefined : (navigator.locks as LockManager | undefined);

export const tabs: Tabs = {
  // The lock's promise is that of the work; the types of the web say less.
  alone: <T>(name: string, work: () => Promise<T>) =>
    locks ? (locks.request(`wuhao.${name}`, work) as Promise<T>) : work(),
  say: (news) => channel?.postMessage(news),
  hear: (listener) => channel?.addEventListener('message', ({ data }) => listener(data)),
};
