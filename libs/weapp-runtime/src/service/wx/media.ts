import type { Fields } from '../../protocol';
import { ApiFailure, invoke, note } from '../bridge';
import { asyncApi, check, typeName } from './api';
import { requirePrivacy } from './privacy';

interface Photo extends Fields {
  tempFilePath: string;
  size: number;
}

const choose = async (api: string, options: Fields): Promise<Photo[]> => {
  const count = Number(options.count ?? 9);
  if (!Number.isInteger(count) || count < 1)
    throw new ApiFailure('parameter error: parameter.count should be a positive Number;');
  await requirePrivacy(api);
  const { photos } = await invoke('media.choose', {
    count,
    sourceType: options.sourceType ?? ['album', 'camera'],
  });
  return photos as Photo[];
};

export const mediaApis = {
  chooseMedia: asyncApi('chooseMedia', async (options) => {
    const { mediaType } = options;
    if (Array.isArray(mediaType) && mediaType.every((type) => type === 'video')) {
      note({ kind: 'unimplemented', name: "chooseMedia({ mediaType: ['video'] })" });
      throw new ApiFailure('is not implemented by this runtime');
    }
    const photos = await choose('chooseMedia', options);
    return {
      type: 'image',
      tempFiles: photos.map(({ tempFilePath, size }) => ({ tempFilePath, size, fileType: 'image' })),
    };
  }),
  chooseImage: asyncApi('chooseImage', async (options) => {
    const photos = await choose('chooseImage', options);
    return {
      tempFilePaths: photos.map(({ tempFilePath }) => tempFilePath),
      tempFiles: photos.map(({ tempFilePath, size }) => ({ path: tempFilePath, size })),
    };
  }),
  compressImage: asyncApi('compressImage', (options) => {
    check(options, { src: 'String' });
    const { src, quality, compressedWidth, compressedHeight, compressHeight } = options;
    return invoke('media.compress', {
      src,
      quality: quality ?? 80,
      width: compressedWidth,
      height: compressedHeight ?? compressHeight,
    });
  }),
  getImageInfo: asyncApi('getImageInfo', (options) => {
    check(options, { src: 'String' });
    return invoke('media.info', { src: options.src });
  }),
  previewImage: asyncApi('previewImage', (options) => {
    check(options, { urls: 'Array' });
    const urls = options.urls as unknown[];
    if (urls.length === 0)
      throw new ApiFailure('parameter error: parameter.urls should have at least 1 item;');
    return invoke('previewImage', { urls, current: options.current ?? urls[0] });
  }),
  previewMedia: asyncApi('previewMedia', (options) => {
    check(options, { sources: 'Array' });
    const sources = options.sources as { url?: unknown }[];
    if (sources.length === 0)
      throw new ApiFailure('parameter error: parameter.sources should have at least 1 item;');
    sources.forEach(({ url }, index) => {
      if (typeof url !== 'string')
        throw new ApiFailure(
          `parameter error: parameter.sources[${index}].url should be String instead of ${typeName(url)};`,
        );
    });
    return invoke('previewMedia', { sources, current: options.current ?? 0 });
  }),
  saveImageToPhotosAlbum: asyncApi('saveImageToPhotosAlbum', async (options) => {
    check(options, { filePath: 'String' });
    await requirePrivacy('saveImageToPhotosAlbum');
    return invoke('media.saveToAlbum', { filePath: options.filePath });
  }),
};
