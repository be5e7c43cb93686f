import Taro from '@tarojs/taro';
import { PhotosRefused } from './pictures.types';
import { pictures } from './pictures.weapp';

const chooseMedia = jest.fn();
Object.assign(Taro, { chooseMedia });

const failWith = (errMsg: string, errno?: number) => {
  chooseMedia.mockRejectedValueOnce({ errMsg: `chooseMedia:fail ${errMsg}`, errno });
  return pictures.choose('camera', 1).catch((error: unknown) => error);
};

it.each([
  ['auth deny', 103, 'device'],
  ['auth denied', undefined, 'device'],
  ['system permission denied', undefined, 'device'],
  ['privacy permission is not authorized', 104, 'privacy'],
])('takes "%s" for a refusal', async (errMsg, errno, by) => {
  const error = await failWith(errMsg, errno);
  expect(error).toBeInstanceOf(PhotosRefused);
  expect(error).toMatchObject({ by });
});

it.each(['the camera is in use', 'no space left', 'unknown error'])(
  'takes "%s" for what it is: no refusal',
  async (errMsg) => {
    const error = await failWith(errMsg);
    expect(error).toBeInstanceOf(Error);
    expect(error).not.toBeInstanceOf(PhotosRefused);
  },
);

it('takes a change of mind for no photo', async () => {
  expect(await failWith('cancel')).toEqual([]);
});
