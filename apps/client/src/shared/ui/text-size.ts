import { useSyncExternalStore } from 'react';
import { deviceSettings } from '../platform/device-settings';

/** The scale of each is in tokens.scss. */
export const TEXT_SIZES = ['standard', 'large', 'largest'] as const;
export type TextSize = (typeof TEXT_SIZES)[number];

const SETTING = 'textSize';
const listeners = new Set<() => void>();
let size: TextSize | undefined;

const read = (): TextSize => {
  const kept = deviceSettings.read(SETTING);
  return TEXT_SIZES.find((one) => one === kept) ?? 'standard';
};

export const textSize = {
  get: (): TextSize => (size ??= read()),
  set: (next: TextSize): void => {
    size = next;
    deviceSettings.write(SETTING, next);
    listeners.forEach((listener) => listener());
  },
  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  },
};

export const useTextSize = (): TextSize =>
  useSyncExternalStore(textSize.subscribe, textSize.get, textSize.get);
