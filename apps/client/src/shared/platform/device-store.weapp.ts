import Taro from '@tarojs/taro';
import type { DeviceStore } from './device-store.types';

// Synchronous on purpose: the first page is drawn from it. One entry holds 1 MB, all of them 10 MB.
export const deviceStore: DeviceStore = {
  read: (name) => {
    const text: unknown = Taro.getStorageSync(name);
    return typeof text === 'string' && text !== '' ? text : null; // WeChat gives '' for what does not exist
  },
  write: (name, text) => {
    try {
      Taro.setStorageSync(name, text);
      return true;
    } catch {
      return false;
    }
  },
  remove: (name) => Taro.removeStorageSync(name),
  names: (prefix) =>
    Taro.getStorageInfoSync()
      .keys.filter((key) => key.startsWith(prefix))
      .sort(),
  watch: () => () => undefined,
};
