import type { Fields } from '../protocol';

const toBlob = async (base64: unknown): Promise<Blob> =>
  (await fetch(`data:application/octet-stream;base64,${String(base64)}`)).blob();

const open = async (base64: unknown): Promise<ImageBitmap> => {
  try {
    return await createImageBitmap(await toBlob(base64));
  } catch {
    throw new Error('decode image fail');
  }
};

export async function measurePicture({ base64 }: Fields): Promise<Fields> {
  const { width, height } = await open(base64);
  return { width, height };
}

/** Re-encodes as JPEG in the browser, whose codecs are the phone's own kind. */
export async function compress({ base64, quality, width, height }: Fields): Promise<Fields> {
  const picture = await open(base64);
  const wanted =
    Number(width ?? 0) || (Number(height ?? 0) * picture.width) / picture.height || picture.width;
  const scale = Math.min(1, wanted / picture.width);
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(picture.width * scale));
  canvas.height = Math.max(1, Math.round(picture.height * scale));
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  const url = canvas.toDataURL('image/jpeg', Number(quality) / 100);
  return { base64: url.slice(url.indexOf(',') + 1) };
}
