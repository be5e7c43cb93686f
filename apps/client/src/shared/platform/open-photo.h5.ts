import { uuidv7 } from '../http/uuidv7';
import { planDrawing, shareOf } from '../photo/edit';
import { toGrey } from '../photo/grey-bitmap';
import { paint } from '../photo/paint';
import type { OpensPhoto } from './open-photo.types';
import type { LocalPhoto } from './transport.types';

interface Decoded {
  source: CanvasImageSource;
  width: number;
  height: number;
  close(): void;
}

/** Both ways decode beside the main thread and turn the picture as its EXIF says. */
const decode = async ({ file, url }: LocalPhoto): Promise<Decoded | null> => {
  try {
    const bitmap = await createImageBitmap(file!, { imageOrientation: 'from-image' });
    const { width, height } = bitmap;
    return { source: bitmap, width, height, close: () => bitmap.close() };
  } catch {
    // an older browser, or no picture at all: the next way tells
  }
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const { naturalWidth: width, naturalHeight: height } = image;
    return width > 0 ? { source: image, width, height, close: () => undefined } : null;
  } catch {
    return null;
  }
};

const canvasOf = (options?: CanvasRenderingContext2DSettings) => {
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d', options);
  if (!context) throw new Error('this browser has no canvas');
  return { canvas, context };
};

const toJpeg = (canvas: HTMLCanvasElement, quality: number): Promise<File> =>
  new Promise((resolve, reject) =>
    canvas.toBlob(
      (blob) => {
        canvas.width = 0; // frees its pixels at once
        if (blob) resolve(new File([blob], 'photo.jpg', { type: 'image/jpeg' }));
        else reject(new Error('the canvas gave no picture'));
      },
      'image/jpeg',
      quality,
    ),
  );

export const openPhoto: OpensPhoto = async (photo) => {
  const decoded = await decode(photo);
  if (!decoded) return null;
  const { source, width, height, close } = decoded;
  return {
    width,
    height,
    grey: (part, sidePx) => {
      const { canvas, context } = canvasOf({ willReadFrequently: true });
      const plan = planDrawing(decoded, { turns: 0, crop: shareOf(part, decoded) }, sidePx);
      paint(canvas, context, source, plan);
      return toGrey(context.getImageData(0, 0, plan.width, plan.height).data, plan.width, plan.height);
    },
    draw: async (edit, { sidePx, quality }) => {
      const { canvas, context } = canvasOf();
      paint(canvas, context, source, planDrawing(decoded, edit, sidePx));
      const file = await toJpeg(canvas, quality);
      return { id: uuidv7(), url: URL.createObjectURL(file), file, bytes: file.size };
    },
    close,
  };
};
