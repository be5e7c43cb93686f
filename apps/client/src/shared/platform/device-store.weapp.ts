import Taro from '@tarojs/taro';
import type { DeviceStore } from './device-store.types';

const listAll = (): string[] | undefined => {
  try {
    return Taro.getStorageInfoSync().keys;
  } catch {
    return undefined; // a full or broken phone throws at anything
  }
};

/** Some phones throw also at what does not exist, in words of their own: the list of names tells one from the other. */
export const isMissing = (name: string): boolean => listAll()?.includes(name) === false;

// Synchronous on purpose: the first page is drawn from it. One entry holds 1 MB, all of them 10 MB.
export const deviceStore: DeviceStore = {
  read: (name) => {
    try {
      const text: unknown = Taro.getStorageSync(name);
      return typeof text === 'string' && text !== '' ? text : null; // WeChat gives '' for what does not exist
    } catch {
      return isMissing(name) ? null : undefined;
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
  names: (prefix) =>
    listAll()
      ?.filter((key) => key.startsWith(prefix))
      .sort(),
  watch: () => () => undefined,
};
