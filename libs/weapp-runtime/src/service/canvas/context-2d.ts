import type { Fields } from '../../protocol';
import { ImageData, readPixels, writePixels } from './image-data';
import { ask, callOn, isDrawable, make, record, refOf, setOn, encode } from './recorder';

/** What a phone of some years ago has: roundRect, filter, reset and the like came later and are missing there. */
const DRAWING =
  'beginPath closePath moveTo lineTo arc arcTo bezierCurveTo quadraticCurveTo ellipse rect clip fill stroke fillRect strokeRect clearRect fillText strokeText rotate scale translate transform setTransform resetTransform setLineDash'.split(
    ' ',
  );
const ASKING = 'measureText isPointInPath isPointInStroke getLineDash getTransform'.split(' ');
const DEFAULTS: Fields = {
  fillStyle: '#000000',
  strokeStyle: '#000000',
  globalAlpha: 1,
  globalCompositeOperation: 'source-over',
  lineWidth: 1,
  lineCap: 'butt',
  lineJoin: 'miter',
  lineDashOffset: 0,
  miterLimit: 10,
  font: '10px sans-serif',
  textAlign: 'start',
  textBaseline: 'alphabetic',
  direction: 'inherit',
  shadowBlur: 0,
  shadowColor: 'rgba(0, 0, 0, 0)',
  shadowOffsetX: 0,
  shadowOffsetY: 0,
  imageSmoothingEnabled: true,
  imageSmoothingQuality: 'low',
};

class Gradient {
  addColorStop(offset: number, colour: string): void {
    callOn(this, 'addColorStop', [offset, colour]);
  }
}
class Pattern {}

/** The drawing calls of CanvasRenderingContext2D that do more than be recorded; the rest are added below. */
class Context2D {
  private state: Fields = { ...DEFAULTS };
  private readonly saved: Fields[] = [];

  constructor(readonly canvas: object) {
    for (const name of ['state', 'saved'])
      Object.defineProperty(this, name, { enumerable: false, writable: true });
    make(this, 'context', canvas);
  }

  /** A canvas that gets a size, even its own, starts anew. */
  forget(): void {
    this.state = { ...DEFAULTS };
    this.saved.length = 0;
  }

  get(name: string): unknown {
    return this.state[name];
  }

  set(name: string, value: unknown): void {
    this.state[name] = value;
    setOn(this, name, value);
  }

  save(): void {
    this.saved.push({ ...this.state });
    callOn(this, 'save', []);
  }

  restore(): void {
    this.state = this.saved.pop() ?? this.state;
    callOn(this, 'restore', []);
  }

  drawImage(picture: unknown, ...place: number[]): void {
    if (!isDrawable(picture))
      throw new TypeError('drawImage: parameter 1 is neither an image of createImage() nor a canvas');
    callOn(this, 'drawImage', [picture, ...place]);
  }

  private made<T extends object>(object: T, method: string, args: unknown[]): T {
    make(object, 'result', { ref: refOf(this) }, method, args.map(encode));
    return object;
  }

  createLinearGradient(...args: number[]): Gradient {
    return this.made(new Gradient(), 'createLinearGradient', args);
  }

  createRadialGradient(...args: number[]): Gradient {
    return this.made(new Gradient(), 'createRadialGradient', args);
  }

  createPattern(picture: unknown, repetition: string): Pattern {
    if (!isDrawable(picture)) throw new TypeError('createPattern: parameter 1 is no image and no canvas');
    return this.made(new Pattern(), 'createPattern', [picture, repetition]);
  }

  createImageData(width: number | ImageData, height = 0): ImageData {
    return typeof width === 'object'
      ? new ImageData(width.width, width.height)
      : new ImageData(width, height);
  }

  getImageData(x: number, y: number, width: number, height: number): ImageData {
    return readPixels(this, x, y, width, height);
  }

  putImageData(image: ImageData, x: number, y: number, ...dirty: number[]): void {
    writePixels(this, image, x, y, dirty);
  }
}

for (const name of DRAWING)
  Object.defineProperty(Context2D.prototype, name, {
    value: function (this: Context2D, ...args: unknown[]): void {
      record(['call', refOf(this), name, args.map(encode)]);
    },
  });
for (const name of ASKING)
  Object.defineProperty(Context2D.prototype, name, {
    value: function (this: Context2D, ...args: unknown[]): unknown {
      return ask(this, name, args);
    },
  });
for (const name of Object.keys(DEFAULTS))
  Object.defineProperty(Context2D.prototype, name, {
    get(this: Context2D): unknown {
      return this.get(name);
    },
    set(this: Context2D, value: unknown) {
      this.set(name, value);
    },
  });

export { Context2D };
