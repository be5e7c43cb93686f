import Taro from '@tarojs/taro';
import { deviceStore } from './device-store.weapp';

const phone = new Map<string, string>();
let broken: Error | null = null;
const read = <T>(give: () => T): T => {
  if (broken) throw broken;
  return give();
};
Object.assign(Taro, {
  getStorageSync: (name: string) => read(() => phone.get(name) ?? ''),
  getStorageInfoSync: () => read(() => ({ keys: [...phone.keys()] })),
});

beforeEach(() => {
  phone.clear();
  phone.set('of.s.draft', 'pages');
  broken = null;
});

it('reads what lies there, and nothing where nothing does', () => {
  expect(deviceStore.read('of.s.draft')).toBe('pages');
  expect(deviceStore.read('of.s.reads')).toBeNull();
  expect(deviceStore.names('of.')).toEqual(['of.s.draft']);
  expect(deviceStore.names('account')).toEqual([]);
});

it('knows nothing of what it could not read', () => {
  broken = new Error('getStorageSync:fail internal error');
  expect(deviceStore.read('of.s.draft')).toBeUndefined();
  expect(deviceStore.names('of.')).toBeUndefined();
});

it('finds nothing where a phone throws at what its list does not name', () => {
  jest.spyOn(Taro, 'getStorageSync').mockImplementation(() => {
    throw new Error('getStorageSync:fail');
  });
  expect(deviceStore.read('of.s.reads')).toBeNull();
  expect(deviceStore.read('of.s.draft')).toBeUndefined();
});
