import Taro from '@tarojs/taro';
import { uuidv7 } from '../http/uuidv7';
import { type Edit, planDrawing, shareOf, type Size } from '../photo/edit';
import { toGrey } from '../photo/grey-bitmap';
import { paint } from '../photo/paint';
import { type OpensPhoto, PHOTO_CANVAS_ID } from './open-photo.types';

/** An old phone has no memory for the pixels of a larger photo; WeChat shrinks it without opening it here. */
const MOST_PIXELS = 24_000_000;
const SHRUNK_WIDTH = 3000;

/** EXIF as WeChat calls it, as quarter turns that make the picture upright. Mirrored ones no camera makes. */
const TURNS: Record<string, number> = { up: 0, right: 1, left: 3 };

type Canvas = Pick<Taro.Canvas, 'width' | 'height' | 'createImage' | 'getContext'>;

const contextOf = (canvas: Canvas) => canvas.getContext('2d') as CanvasRenderingContext2D;

const load = (canvas: Canvas, src: string): Promise<Taro.Image> =>
  new Promise((resolve, reject) => {
    const image = canvas.createImage();
    image.onload = () => resolve(image);
    image.onerror = () => reject(new Error('the picture cannot be opened'));
    image.src = src;
  });

const pageCanvas = (): Promise<Taro.Canvas> =>
  new Promise((resolve, reject) => {
    Taro.createSelectorQuery()
      .select(`#${PHOTO_CANVAS_ID}`)
      .fields({ node: true })
      .exec(([found]: ({ node?: Taro.Canvas } | null)[]) => {
        if (found?.node) resolve(found.node);
        else reject(new Error('the page has no canvas'));
      });
  });

/** The canvas may be the next drawing's by now, or another page's. */
const heed = ({ aborted }: AbortSignal): void => {
  if (aborted) throw new Error('the drawing was given up');
};

/**
 * How far the canvas must turn the picture: some phones open it upright, some as it lies in the file, and its sides
 * tell which. Null where they do not: then it is better left as it is, for the server knows EXIF.
 */
const turnsOf = (orientation: string, inFile: Size, opened: Size): number | null => {
  const turns = TURNS[orientation];
  if (turns === undefined) return null;
  if (turns === 0 || inFile.width === inFile.height) return turns === 0 ? 0 : null;
  return opened.width === inFile.height ? 0 : turns;
};

export const openPhoto: OpensPhoto = async ({ url }) => {
  try {
    let src = url;
    let info = await Taro.getImageInfo({ src });
    if (info.width * info.height > MOST_PIXELS && info.orientation === 'up') {
      const smaller = { src, quality: 90, compressedWidth: SHRUNK_WIDTH };
      src = (await Taro.compressImage(smaller)).tempFilePath;
      info = await Taro.getImageInfo({ src });
    }
    const eye = Taro.createOffscreenCanvas({ type: '2d', width: 1, height: 1 });
    const image = await load(eye, src);
    const upright = turnsOf(info.orientation, info, image);
    if (upright === null) return null;
    const turned = (edit: Edit): Edit => ({ ...edit, turns: (edit.turns + upright) % 4 });
    const [width, height] = upright % 2 === 0 ? [image.width, image.height] : [image.height, image.width];
    return {
      width,
      height,
      grey: (part, sidePx) => {
        const crop = shareOf(part, { width, height });
        const plan = planDrawing(image, turned({ turns: 0, crop }), sidePx);
        const context = contextOf(eye);
        paint<unknown>(eye, context as Parameters<typeof paint<unknown>>[1], image, plan);
        const { data } = context.getImageData(0, 0, plan.width, plan.height);
        return toGrey(data, plan.width, plan.height);
      },
      draw: async (edit, { sidePx, quality }, signal) => {
        heed(signal);
        const canvas = await pageCanvas();
        heed(signal);
        const plan = planDrawing(image, turned(edit), sidePx);
        // An image belongs to the canvas that made it.
        const own = await load(canvas, src);
        heed(signal);
        paint<unknown>(canvas, contextOf(canvas) as Parameters<typeof paint<unknown>>[1], own, plan);
        const size = {
          width: plan.width,
          height: plan.height,
          destWidth: plan.width,
          destHeight: plan.height,
        };
        const { tempFilePath } = await Taro.canvasToTempFilePath({
          ...{ canvas, fileType: 'jpg', quality },
          ...{ x: 0, y: 0, ...size },
        });
        heed(signal);
        canvas.width = 1; // frees its pixels
        canvas.height = 1;
        return { id: uuidv7(), url: tempFilePath };
      },
      close: () => undefined,
    };
  } catch {
    return null; // WeChat before 2.16 has no such canvas; a broken picture the server will name
  }
};
