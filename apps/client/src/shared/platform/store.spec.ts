import Taro from '@tarojs/taro';
import { sessionStore as browser } from './store.h5';
import { sessionStore } from './store.weapp';

let broken: Error | null = null;
const phone = new Map<string, string>();
const options: object[] = [];
Object.assign(Taro, {
  getStorage: async ({ key, ...of }: { key: string }) => {
    options.push(of);
    if (broken) throw broken;
    if (!phone.has(key)) throw new Error('getStorage:fail'); // on iOS "data not found", too
    return { data: phone.get(key) };
  },
  getStorageInfoSync: () => ({ keys: [...phone.keys()] }),
  setStorage: async ({ key, data, ...of }: { key: string; data: string }) => {
    options.push(of);
    phone.set(key, data);
  },
  removeStorage: async ({ key }: { key: string }) => void phone.delete(key),
});
const tokens = { refreshToken: 'r1', accessToken: 'a1', expiresIn: 900 };

beforeEach(() => {
  phone.clear();
  jest.useFakeTimers();
});
afterEach(() => void jest.useRealTimers());

it('keeps both tokens, encrypted, and gives the access token as long as it is good for a while', async () => {
  await sessionStore.write(tokens);
  expect(await sessionStore.read()).toEqual({ refreshToken: 'r1' });
  jest.advanceTimersByTime(13 * 60_000);
  expect(await sessionStore.readAccessToken()).toBe('a1');
  jest.advanceTimersByTime(2 * 60_000);
  expect(await sessionStore.readAccessToken()).toBeNull();
  expect(await sessionStore.read()).toEqual({ refreshToken: 'r1' });
  expect(options.every((of) => 'encrypt' in of && of.encrypt === true)).toBe(true);
});

it('knows nobody after a log-out, nor on a new phone', async () => {
  expect(await sessionStore.read()).toBeNull();
  await sessionStore.write(tokens);
  await sessionStore.clear();
  expect(await sessionStore.read()).toBeNull();
  expect(await sessionStore.readAccessToken()).toBeNull();
});

it('does not say that nobody is there when the phone could not be asked', async () => {
  await sessionStore.write(tokens);
  broken = new Error('getStorage:fail internal error');
  await expect(sessionStore.read()).rejects.toMatchObject({ code: 'NETWORK' });
  broken = null;
  expect(await sessionStore.read()).toEqual({ refreshToken: 'r1' });
});

it('still knows a family whose app was older', async () => {
  phone.set('refreshToken', 'r0.of.before');
  expect(await sessionStore.read()).toEqual({ refreshToken: 'r0.of.before' });
  expect(await sessionStore.readAccessToken()).toBeNull();
});

it('leaves no token where a script of the page could find it', async () => {
  await browser.write(tokens);
  expect(await browser.readAccessToken()).toBeNull();
  expect(JSON.stringify({ ...localStorage })).not.toMatch(/a1|r1/);
});
