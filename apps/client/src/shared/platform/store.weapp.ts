import Taro from '@tarojs/taro';
import type { SessionView } from '@wuhao/contracts';
import { ApiError } from '../http/api-error';
import { isMissing } from './device-store.weapp';
import { parseKept } from './kept-json';

const TOKENS = 'refreshToken';
/** WeChat encrypts the value on the device; Taro's types do not know the option yet. */
const ENCRYPTED: object = { encrypt: true };
/** One that dies on the way is of no use. */
const MARGIN_MS = 60_000;

/** In one value, so that one token is never of another session than the other. */
interface Kept {
  refreshToken: string;
  accessToken?: string;
  expiresAtMs?: number;
}

const readKept = async (): Promise<Kept | null> => {
  try {
    const { data } = await Taro.getStorage<string>({ key: TOKENS, ...ENCRYPTED });
    if (!data) return null;
    return parseKept<Kept>(data) ?? { refreshToken: data }; // all that earlier versions kept
  } catch {
    if (isMissing(TOKENS)) return null; // WeChat rejects for a key that does not exist
    // Like a network that is gone: nobody is logged out by it, and writes wait until it passes.
    throw new ApiError('NETWORK', 'the phone cannot read who is signed in');
  }
};

export const sessionStore = {
  read: async (): Promise<{ refreshToken?: string } | null> => {
    const kept = await readKept();
    return kept && { refreshToken: kept.refreshToken };
  },
  readAccessToken: async (): Promise<string | null> => {
    const { accessToken, expiresAtMs = 0 } = (await readKept()) ?? {};
    return accessToken !== undefined && Date.now() < expiresAtMs - MARGIN_MS ? accessToken : null;
  },
  write: async ({ refreshToken = '', accessToken, expiresIn }: Omit<SessionView, 'user'>): Promise<void> => {
    const kept: Kept = { refreshToken, accessToken, expiresAtMs: Date.now() + expiresIn * 1_000 };
    await Taro.setStorage({ key: TOKENS, data: JSON.stringify(kept), ...ENCRYPTED });
  },
  clear: async (): Promise<void> => {
    await Taro.removeStorage({ key: TOKENS });
  },
  // The tokens are gone with the log-out, whether the server was told or not.
  owesLogOut: (): boolean => false,
  oweLogOut: (_owes: boolean): void => undefined,
};
