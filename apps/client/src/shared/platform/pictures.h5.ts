import { uuidv7 } from '../http/uuidv7';
import { type PhotoSource, PhotosRefused, type Pictures } from './pictures.types';

// Asked for by name, so that a phone hands out JPEG instead of its own format.
const ACCEPT = 'image/jpeg,image/png,image/webp';

const pickFiles = (source: PhotoSource, count: number): Promise<File[]> =>
  new Promise((resolve) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.accept = ACCEPT;
    input.hidden = true;
    if (source === 'camera') input.capture = 'environment';
    else input.multiple = count > 1;
    const finish = () => {
      input.remove();
      resolve([...(input.files ?? [])].slice(0, count));
    };
    input.addEventListener('change', finish);
    input.addEventListener('cancel', finish);
    document.body.append(input); // Safari drops the answer of an input outside of the page
    input.click();
  });

/** All that a browser tells: it has been told to keep this site from the camera. An album it never refuses. */
const isCameraDenied = async (): Promise<boolean> => {
  try {
    const { state } = await navigator.permissions.query({ name: 'camera' as PermissionName });
    return state === 'denied';
  } catch {
    return false; // a browser that does not say
  }
};

export const pictures: Pictures = {
  choose: async (source, count) => {
    const files = await pickFiles(source, count);
    if (files.length === 0 && source === 'camera' && (await isCameraDenied()))
      throw new PhotosRefused('the browser keeps the camera closed');
    return files.map((file) => ({
      id: uuidv7(),
      url: URL.createObjectURL(file),
      file,
      bytes: file.size,
    }));
  },
  show: (photo) => (photo.file ? { ...photo, url: URL.createObjectURL(photo.file) } : photo),
  release: (photo) => URL.revokeObjectURL(photo.url),
  openSettings: null,
};
