import type { Tabs } from '../shared/platform/tabs.types';

/** A browser of several tabs: they hear each other and take turns, as by Web Locks and a BroadcastChannel. */
export const createBrowser = () => {
  const listeners: { tab: Tabs; listener: (news: unknown) => void }[] = [];
  const holders = new Map<string, Tabs>();
  const turns = new Map<string, Promise<unknown>>();
  return {
    openTab: (): Tabs => {
      const tab: Tabs = {
        alone: (name, work) => {
          const turn = (turns.get(name) ?? Promise.resolve()).then(work, work);
          turns.set(name, turn);
          return turn;
        },
        hold: async (name) => {
          const holder = holders.get(name) ?? tab;
          holders.set(name, holder);
          return holder === tab;
        },
        letGo: async (name) => {
          if (holders.get(name) === tab) holders.delete(name);
        },
        say: (news) =>
          listeners.forEach((one) => one.tab !== tab && one.listener(JSON.parse(JSON.stringify(news)))),
        hear: (listener) => void listeners.push({ tab, listener }),
      };
      return tab;
    },
  };
};

export const oneTab = (): Tabs => createBrowser().openTab();
