import type { Fields } from '../../protocol';
import { ApiFailure, invokeSync, parse, stringify } from '../bridge';
import { asyncApi, check } from './api';

/** Values keep their type: text, number, Boolean, object, list, date. Anything else is refused as by the platform. */
const pack = (value: unknown): string => {
  if (value === undefined) return stringify({ type: 'Undefined' });
  if (value instanceof Date) return stringify({ type: 'Date', value: value.getTime() });
  if (typeof value === 'function' || typeof value === 'symbol' || typeof value === 'bigint')
    throw new ApiFailure(`parameter error: parameter.data should not be ${typeof value};`);
  return stringify({ type: 'Json', value });
};

const unpack = (text: unknown): unknown => {
  const { type, value } = parse(String(text)) as { type: string; value: unknown };
  if (type === 'Date') return new Date(value as number);
  return type === 'Undefined' ? undefined : value;
};

const write = (key: unknown, data: unknown, encrypted = false): void => {
  check({ key }, { key: 'String' });
  invokeSync('storage.set', { key, text: pack(data), encrypted });
};

const read = (key: unknown, encrypted = false): { found: boolean; data: unknown } => {
  check({ key }, { key: 'String' });
  const { found, text } = invokeSync('storage.get', { key, encrypted });
  return found ? { found: true, data: unpack(text) } : { found: false, data: '' };
};

/** The Sync family throws an Error whose message has the shape of errMsg. */
const thrown =
  <A extends unknown[], R>(name: string, run: (...args: A) => R) =>
  (...args: A): R => {
    try {
      return run(...args);
    } catch (failure) {
      if (failure instanceof ApiFailure) throw new Error(`${name}:fail ${failure.reason}`);
      throw failure;
    }
  };

export const storageApis = {
  setStorage: asyncApi('setStorage', ({ key, data, encrypt }) => write(key, data, encrypt === true)),
  getStorage: asyncApi('getStorage', ({ key, encrypt }) => {
    const { found, data } = read(key, encrypt === true);
    if (!found) throw new ApiFailure('data not found');
    return { data };
  }),
  removeStorage: asyncApi('removeStorage', (options) => {
    check(options, { key: 'String' });
    invokeSync('storage.remove', { key: options.key });
  }),
  clearStorage: asyncApi('clearStorage', () => void invokeSync('storage.clear')),
  getStorageInfo: asyncApi('getStorageInfo', () => invokeSync('storage.info')),
  setStorageSync: thrown('setStorageSync', (key: unknown, data: unknown) => write(key, data)),
  getStorageSync: thrown('getStorageSync', (key: unknown) => read(key).data),
  removeStorageSync: thrown('removeStorageSync', (key: unknown) => {
    check({ key }, { key: 'String' });
    invokeSync('storage.remove', { key });
  }),
  clearStorageSync: (): void => void invokeSync('storage.clear'),
  getStorageInfoSync: (): Fields => invokeSync('storage.info'),
  batchSetStorageSync: thrown('batchSetStorageSync', (list: { key: string; value: unknown }[]) =>
    list.forEach(({ key, value }) => write(key, value)),
  ),
  batchGetStorageSync: thrown('batchGetStorageSync', (keys: string[]) => keys.map((key) => read(key).data)),
};
