import { useSyncExternalStore } from 'react';
import { deviceStore } from '../platform/device-store';

/** The scale of each is in tokens.scss. */
export const TEXT_SIZES = ['standard', 'large', 'largest'] as const;
export type TextSize = (typeof TEXT_SIZES)[number];

/** Of the device, not of an account: it stays when somebody logs out. */
const SETTING = 'textSize';
const listeners = new Set<() => void>();
let size: TextSize | undefined;

const read = (): TextSize => {
  const kept = deviceStore.read(SETTING);
  return TEXT_SIZES.find((one) => one === kept) ?? 'standard';
};

export const textSize = {
  get: (): TextSize => (size ??= read()),
  set: (next: TextSize): void => {
    size = next;
    deviceStore.write(SETTING, next);
    listeners.forEach((listener) => listener());
  },
  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  },
};

export const useTextSize = (): TextSize =>
  useSyncExternalStore(textSize.subscribe, textSize.get, textSize.get);
