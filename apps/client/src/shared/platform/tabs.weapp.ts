import type { Tabs } from './tabs.types';

export const tabs: Tabs = {
  alone: (_name, work) => work(),
  say: () => undefined,
  hear: () => undefined,
};
