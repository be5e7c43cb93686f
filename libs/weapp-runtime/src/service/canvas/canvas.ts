import { note } from '../bridge';
import { clearTimer, setTimeout } from '../timers';
import { Context2D } from './context-2d';
import { Image } from './image';
import { ImageData } from './image-data';
import { Path2D } from './path-2d';
import { ask, make, setOn } from './recorder';

const FRAME_MS = 16;

/** What both kinds have: a size, a context of one kind, images. */
export class OffscreenCanvas {
  private context: Context2D | undefined;
  private size: { width: number; height: number };

  constructor(
    private readonly type: string,
    width: number,
    height: number,
    place?: { webviewId: number; key: string },
  ) {
    this.size = { width, height };
    for (const name of ['context', 'size', 'type'])
      Object.defineProperty(this, name, { enumerable: false, writable: true });
    make(this, 'canvas', width, height, ...(place ? [place] : []));
  }

  get width(): number {
    return this.size.width;
  }

  set width(value: number) {
    this.resize('width', value);
  }

  get height(): number {
    return this.size.height;
  }

  set height(value: number) {
    this.resize('height', value);
  }

  private resize(side: 'width' | 'height', value: number): void {
    this.size[side] = Math.max(0, Math.trunc(Number(value)) || 0);
    this.context?.forget();
    setOn(this, side, this.size[side]);
  }

  /** Contexts of two kinds do not mix; the other kind is null, as on the platform. */
  getContext(type: string): Context2D | null {
    if (type === '2d' && this.type === '2d') return (this.context ??= new Context2D(this));
    if (type !== '2d') note({ kind: 'unimplemented', name: `canvas.getContext('${type}')` });
    return null;
  }

  createImage(): Image {
    return new Image();
  }
}

/** A `<canvas type="2d">` of a page. */
export class Canvas extends OffscreenCanvas {
  createImageData(width = this.width, height = this.height): ImageData {
    return new ImageData(width, height);
  }

  createPath2D(path?: Path2D | string): Path2D {
    return new Path2D(path);
  }

  toDataURL(type = 'image/png', quality = 0.92): string {
    return String(ask(this, 'toDataURL', [type, quality]));
  }

  requestAnimationFrame(callback: (time: number) => void): number {
    return setTimeout(() => callback(Date.now()), FRAME_MS);
  }

  cancelAnimationFrame(id: number): void {
    clearTimer(id);
  }
}

const shown = new Map<number, Map<string, Canvas>>();
const DEFAULT_SIZE = { width: 300, height: 150 };

/** The same node for the same element, however often it is asked for. */
export function canvasOf(webviewId: number, key: string): Canvas {
  const known = shown.get(webviewId) ?? new Map<string, Canvas>();
  shown.set(webviewId, known);
  const canvas =
    known.get(key) ?? new Canvas('2d', DEFAULT_SIZE.width, DEFAULT_SIZE.height, { webviewId, key });
  known.set(key, canvas);
  return canvas;
}

export const forgetCanvases = (webviewId: number): void => void shown.delete(webviewId);
