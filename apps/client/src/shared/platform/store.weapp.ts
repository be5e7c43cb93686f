import Taro from '@tarojs/taro';

const REFRESH_TOKEN = 'refreshToken';
/** WeChat encrypts the value on the device; Taro's types do not know the option yet. */
const ENCRYPTED: object = { encrypt: true };

export const sessionStore = {
  /** What to put into the body of a refresh; null when nobody is signed in. */
  read: async (): Promise<{ refreshToken?: string } | null> => {
    try {
      const { data } = await Taro.getStorage<string>({ key: REFRESH_TOKEN, ...ENCRYPTED });
      return data ? { refreshToken: data } : null;
    } catch {
      return null; // WeChat rejects for a key that does not exist
    }
  },
  write: async (refreshToken: string | undefined): Promise<void> => {
    await Taro.setStorage({ key: REFRESH_TOKEN, data: refreshToken ?? '', ...ENCRYPTED });
  },
  clear: async (): Promise<void> => {
    await Taro.removeStorage({ key: REFRESH_TOKEN });
  },
  // The token is gone with the log-out, whether the server was told or not.
  owesLogOut: (): boolean => false,
  oweLogOut: (_owes: boolean): void => undefined,
};
