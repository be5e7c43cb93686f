import { oneAtATime } from './one-at-a-time';
import type { Tabs } from './tabs.types';

export const tabs: Tabs = {
  alone: oneAtATime,
  hold: async () => true,
  say: () => undefined,
  hear: () => undefined,
};
