import Taro from '@tarojs/taro';
import { pictureStore } from './picture-store.weapp';

/** The folder of a phone, and downloads that arrive when the test says so. */
const places = new Set<string>();
let arrive = () => {};
Object.assign(Taro, {
  env: { USER_DATA_PATH: 'user' },
  getFileSystemManager: () => ({
    readdirSync: () => [...places].map((place) => place.split('/').pop()),
    mkdirSync: () => undefined,
    saveFileSync: (_from: string, to: string) => void places.add(to),
    unlinkSync: (place: string) => void places.delete(place),
  }),
  downloadFile: () =>
    new Promise((resolve) => {
      arrive = () => resolve({ statusCode: 200, tempFilePath: 'temporary' });
    }),
});

it('keeps what was shown, and throws it away', async () => {
  const keeping = pictureStore.keep('a.thumbnail', '/a');
  arrive();
  await keeping;
  expect(pictureStore.known('a.thumbnail')).toBe('user/pictures/a.thumbnail.jpg');
  await pictureStore.clear();
  expect([...places]).toEqual([]);
});

it('does not keep what arrives after all was thrown away', async () => {
  const keeping = pictureStore.keep('b.thumbnail', '/b');
  await pictureStore.clear();
  arrive();
  await keeping;
  expect([...places]).toEqual([]);
  expect(pictureStore.known('b.thumbnail')).toBeNull();
});
