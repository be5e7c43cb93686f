import { uuidv7 } from '../http/uuidv7';
import type { Pictures } from './pictures.types';

// Asked for by name, so that a phone hands out JPEG instead of its own format.
const ACCEPT = 'image/jpeg,image/png,image/webp';

export const pictures: Pictures = {
  choose: (source, count) =>
    new Promise((resolve) => {
      const input = document.createElement('input');
      input.type = 'file';
      input.accept = ACCEPT;
      input.hidden = true;
      if (source === 'camera') input.capture = 'environment';
      else input.multiple = count > 1;
      const finish = () => {
        input.remove();
        const files = [...(input.files ?? [])].slice(0, count);
        resolve(files.map((file) => ({ id: uuidv7(), url: URL.createObjectURL(file), file })));
      };
      input.addEventListener('change', finish);
      input.addEventListener('cancel', finish);
      document.body.append(input); // Safari drops the answer of an input outside of the page
      input.click();
    }),
  release: (photo) => URL.revokeObjectURL(photo.url),
};
