import Taro from '@tarojs/taro';
import type { DeviceStore } from './device-store.types';

// Synchronous on purpose: the first page is drawn from it. One entry holds 1 MB, all of them 10 MB.
export const deviceStore: DeviceStore = {
  read: (name) => {
    try {
      const text: unknown = Taro.getStorageSync(name);
      return typeof text === 'string' && text !== '' ? text : null; // WeChat gives '' for what does not exist
    } catch {
      return null; // a full or broken phone throws at anything
    }
  },
  write: (name, text) => {
    try {
      Taro.setStorageSync(name, text);
      return true;
    } catch {
      return false;
    }
  },
  remove: (name) => {
    try {
      Taro.removeStorageSync(name);
    } catch {
      // It stays; who reads it again knows it.
    }
  },
  names: (prefix) => {
    try {
      return Taro.getStorageInfoSync()
        .keys.filter((key) => key.startsWith(prefix))
        .sort();
    } catch {
      return [];
    }
  },
  watch: () => () => undefined,
};
