import { oneAtATime } from './one-at-a-time';
import type { Tabs } from './tabs.types';

export const tabs: Tabs = {
  alone: oneAtATime,
  hold: async () => true,
  letGo: async () => undefined,
  say: () => undefined,
  hear: () => undefined,
};
