import Taro from '@tarojs/taro';

// Settings of this device, not of an account: they stay when somebody logs out.
const keyOf = (name: string) => `device.${name}`;

export const deviceSettings = {
  // Read at the start, before the first page is drawn; there is one value and it is short.
  read: (name: string): string | null => Taro.getStorageSync<string>(keyOf(name)) || null,
  write: (name: string, value: string): void => void Taro.setStorage({ key: keyOf(name), data: value }),
};
