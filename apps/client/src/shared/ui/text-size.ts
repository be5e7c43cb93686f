import { deviceStore } from '../platform/device-store';
import { createStore, useStore } from '../store';

/** The scale of each is in tokens.scss. */
export const TEXT_SIZES = ['standard', 'large', 'largest'] as const;
export type TextSize = (typeof TEXT_SIZES)[number];

/** Of the device, not of an account: it stays when somebody logs out. */
const SETTING = 'textSize';

const read = (): TextSize => {
  const kept = deviceStore.read(SETTING);
  return TEXT_SIZES.find((one) => one === kept) ?? 'standard';
};

const size = createStore(read());

export const setTextSize = (next: TextSize): void => {
  deviceStore.write(SETTING, next);
  size.set(next);
};

export const useTextSize = (): TextSize => useStore(size);
