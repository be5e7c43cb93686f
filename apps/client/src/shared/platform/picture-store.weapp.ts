import Taro from '@tarojs/taro';
import type { PictureStore } from './picture-store.types';

const MOST_KEPT = 60;
const SUFFIX = '.jpg';
const folder = (): string => `${Taro.env.USER_DATA_PATH}/pictures`;
const placeOf = (key: string): string => `${folder()}/${key}${SUFFIX}`;
/** Counts the times that all was thrown away: what was on its way before that is not kept after it. */
let clearings = 0;
const files = () => Taro.getFileSystemManager();

/** What lies in the folder, the oldest first; read once. */
let keys: string[] | null = null;
const list = (): string[] => {
  if (keys) return keys;
  try {
    keys = files()
      .readdirSync(folder())
      .filter((name) => name.endsWith(SUFFIX))
      .map((name) => name.slice(0, -SUFFIX.length));
  } catch {
    keys = []; // nothing was ever kept
  }
  return keys;
};

const remove = (key: string): void => {
  try {
    files().unlinkSync(placeOf(key));
  } catch {
    // It is gone already.
  }
};

const makeFolder = (): void => {
  try {
    files().mkdirSync(folder(), true);
  } catch {
    // It is there already: older platforms call that a failure.
  }
};

const known = (key: string): string | null => (list().includes(key) ? placeOf(key) : null);

export const pictureStore: PictureStore = {
  known,
  find: async (key) => known(key),
  keep: async (key, address) => {
    // An <image> gives its bytes to nobody, so this is a second download: not of what fills ten screens.
    if (key.endsWith('.picture') || known(key)) return;
    makeFolder();
    const before = clearings;
    try {
      const { statusCode, tempFilePath } = await Taro.downloadFile({ url: address });
      if (statusCode !== 200 || clearings !== before) return;
      files().saveFileSync(tempFilePath, placeOf(key));
      list().push(key);
    } catch {
      return; // no room, or no network: the next time, perhaps
    }
    while (list().length > MOST_KEPT) remove(list().shift()!);
  },
  clear: async () => {
    clearings += 1;
    list().forEach(remove);
    keys = [];
  },
};
