import Taro from '@tarojs/taro';
import { uuidv7 } from '../http/uuidv7';
import { PhotosRefused, type Pictures } from './pictures.types';

export const pictures: Pictures = {
  choose: async (source, count) => {
    try {
      const { tempFiles } = await Taro.chooseMedia({
        count,
        mediaType: ['image'],
        sourceType: [source],
        sizeType: ['compressed'],
      });
      return tempFiles.map(({ tempFilePath }) => ({ id: uuidv7(), url: tempFilePath }));
    } catch (error) {
      const { errMsg = '' } = error as { errMsg?: string };
      if (/cancel/.test(errMsg)) return [];
      throw new PhotosRefused(errMsg);
    }
  },
  release: () => undefined,
};
