import type { Tabs } from './tabs.types';

export const tabs: Tabs = {
  alone: (_name, work) => work(),
  hold: async () => true,
  say: () => undefined,
  hear: () => undefined,
};
