import Taro from '@tarojs/taro';
import type { KeptPhotos } from './kept-photos.types';

// What the chooser gives lies in a temporary place that WeChat empties when the app ends.
const folder = (): string => `${Taro.env.USER_DATA_PATH}/photos`;
/** So that all of WeChat takes it for a picture; which one its bytes tell. */
const SUFFIX = '.jpg';
const placeOf = (id: string): string => `${folder()}/${id}${SUFFIX}`;

const ended = (start: (options: { success: () => void; fail: (error: unknown) => void }) => void) =>
  new Promise<void>((resolve, reject) => start({ success: resolve, fail: reject }));

export const keptPhotos: KeptPhotos = {
  keep: async ({ id, url }) => {
    if (url === placeOf(id)) return true; // it came from here
    const files = Taro.getFileSystemManager();
    try {
      await ended((options) => files.mkdir({ dirPath: folder(), recursive: true, ...options }));
    } catch {
      // It is there already: older platforms call that a failure.
    }
    try {
      await ended((options) => files.copyFile({ srcPath: url, destPath: placeOf(id), ...options }));
      return true;
    } catch {
      return false;
    }
  },
  open: async (id) => {
    try {
      await ended((options) => Taro.getFileSystemManager().access({ path: placeOf(id), ...options }));
      return { id, url: placeOf(id) };
    } catch {
      return null;
    }
  },
  remove: async (id) => {
    const files = Taro.getFileSystemManager();
    await ended((options) => files.unlink({ filePath: placeOf(id), ...options })).catch(() => undefined);
  },
  ids: async () => {
    try {
      const names = Taro.getFileSystemManager().readdirSync(folder());
      return names.filter((name) => name.endsWith(SUFFIX)).map((name) => name.slice(0, -SUFFIX.length));
    } catch {
      return []; // nothing was ever kept
    }
  },
};
