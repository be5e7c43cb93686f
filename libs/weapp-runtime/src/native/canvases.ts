import type { Canvas, Image, SKRSContext2D } from '@napi-rs/canvas';
import type { Fields, ToView } from '../protocol';
import type { Operation } from '../service/canvas/recorder';
import { graphics } from './graphics';
import { Refusal } from './refusal';

type Method = (...args: unknown[]) => unknown;
type Showing = (webviewId: number, message: ToView) => void;
interface Place {
  webviewId: number;
  key: string;
}
/** A canvas that also stands in a page: the page shows what was drawn last. */
interface Shown extends Place {
  isSending: boolean;
  isStale: boolean;
}

const MIME: Record<string, 'image/jpeg' | 'image/png'> = { jpg: 'image/jpeg', png: 'image/png' };

/** The family that pages are drawn with here, too; what a machine takes for a generic one often knows no Chinese. */
const toFont = (font: unknown): string =>
  String(font).replace(/\b(sans-serif|serif|monospace|system-ui)\b/, '"Noto Sans CJK SC", $1');

/** Carries out what the logic draws, and mirrors canvases of pages into the view. */
export class Canvases {
  private readonly objects = new Map<number, unknown>();
  private readonly canvasOf = new Map<number, number>();
  private readonly shown = new Map<number, Shown>();

  constructor(
    private readonly show: Showing,
    private readonly fetch: (source: string) => Promise<Buffer>,
    private readonly keep: (content: Buffer, suffix: string) => string,
  ) {}

  draw(operations: Operation[]): void {
    for (const operation of operations) this.carryOut(operation);
  }

  private carryOut(operation: Operation): void {
    const [what, ref] = operation;
    if (what === 'make') {
      const [, , kind, args] = operation;
      if (kind === 'context') this.canvasOf.set(ref, (args[0] as { ref: number }).ref);
      this.objects.set(ref, this.make(ref, kind, args.map(this.decode)));
    } else if (what === 'free') {
      for (const known of [this.objects, this.canvasOf, this.shown]) known.delete(ref);
    } else {
      const target = this.objects.get(ref) as Fields;
      if (what === 'set')
        target[operation[2]] = operation[2] === 'font' ? toFont(operation[3]) : this.decode(operation[3]);
      else this.call(target, operation[2], operation[3]);
      this.touched(ref);
    }
  }

  private call(target: Fields, name: string, given: unknown[]): void {
    const args = given.map(this.decode);
    // A picture that has not come yet, or did not come at all, leaves no trace.
    if (name === 'drawImage' && args[0] === undefined) return;
    (target[name] as Method).apply(target, args);
  }

  private readonly decode = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(this.decode);
    const ref = typeof value === 'object' && value !== null ? (value as { ref?: number }).ref : undefined;
    return ref === undefined ? value : this.objects.get(ref);
  };

  private make(ref: number, kind: string, args: unknown[]): unknown {
    switch (kind) {
      case 'canvas': {
        const [width, height, place] = args as [number, number, Place | undefined];
        if (place) this.shown.set(ref, { ...place, isSending: false, isStale: false });
        return graphics().createCanvas(width, height);
      }
      case 'context':
        return (args[0] as Canvas).getContext('2d');
      case 'path':
        return new (graphics().Path2D)(...(args as []));
      case 'result': {
        const [context, method, given] = args as [Fields, string, unknown[]];
        return (context[method] as Method).apply(context, given);
      }
      default:
        return undefined;
    }
  }

  private touched(ref: number): void {
    const canvas = this.canvasOf.get(ref) ?? ref;
    const shown = this.shown.get(canvas);
    if (!shown) return;
    shown.isStale = true;
    if (!shown.isSending) void this.mirror(canvas, shown);
  }

  /** One picture at a time on its way to the page; what is drawn meanwhile goes with the next. */
  private async mirror(ref: number, shown: Shown): Promise<void> {
    shown.isSending = true;
    await new Promise((resolve) => setImmediate(resolve));
    while (shown.isStale && this.shown.has(ref)) {
      shown.isStale = false;
      const canvas = this.objects.get(ref) as Canvas;
      if (canvas.width === 0 || canvas.height === 0) continue;
      const picture = (await canvas.encode('png')).toString('base64');
      this.show(shown.webviewId, { kind: 'canvas', canvas: shown.key, picture });
    }
    shown.isSending = false;
  }

  /** Reads into, or writes from, memory of the logic. */
  pixels(area: Fields, bytes: Uint8ClampedArray): void {
    const { way, ref, x, y, width, height, dirty } = area as Record<string, number> & {
      way: string;
      dirty?: [];
    };
    const context = this.objects.get(Number(ref)) as SKRSContext2D;
    const memory = memoryOf(bytes);
    if (way === 'read') {
      memory.set(context.getImageData(x ?? 0, y ?? 0, width ?? 0, height ?? 0).data);
      return;
    }
    const image = new (graphics().ImageData)(Uint8ClampedArray.from(memory), width ?? 0, height ?? 0);
    context.putImageData(image, x ?? 0, y ?? 0, ...(dirty ?? []));
    this.touched(Number(ref));
  }

  ask({ ref, name, args }: Fields): Fields {
    const target = this.objects.get(Number(ref)) as Fields;
    const value = (target[String(name)] as Method).apply(target, (args as unknown[]).map(this.decode));
    if (name !== 'getTransform') return { value };
    const { a, b, c, d, e, f } = value as DOMMatrix;
    return { value: { a, b, c, d, e, f } };
  }

  async load({ ref, source }: Fields): Promise<Fields> {
    const content = await this.fetch(String(source));
    const image = await decodePicture(content);
    this.objects.set(Number(ref), image);
    return { width: image.width, height: image.height };
  }

  async export(params: Fields): Promise<Fields> {
    const { ref, x, y, width, height, destWidth, destHeight } = params as Record<string, number>;
    const source = this.objects.get(Number(ref)) as Canvas;
    const [w = 0, h = 0] = [destWidth, destHeight];
    if (!(w > 0 && h > 0 && source.width > 0 && source.height > 0)) throw new Refusal('create bitmap failed');
    const target = graphics().createCanvas(w, h);
    target.getContext('2d').drawImage(source, x ?? 0, y ?? 0, width ?? 0, height ?? 0, 0, 0, w, h);
    const fileType = String(params.fileType);
    const content =
      MIME[fileType] === 'image/jpeg'
        ? await target.encode('jpeg', Math.round(Number(params.quality) * 100))
        : await target.encode('png');
    return { tempFilePath: this.keep(content, `.${fileType}`) };
  }
}

/** By the language's own getters, which refuse what is no list of bytes: the app may have put others in their place. */
const LIST = Object.getPrototypeOf(Uint8Array.prototype) as Uint8Array;
const read = (bytes: Uint8ClampedArray, name: 'buffer' | 'byteOffset' | 'byteLength'): unknown =>
  Object.getOwnPropertyDescriptor(LIST, name)?.get?.call(bytes);
const memoryOf = (bytes: Uint8ClampedArray): Uint8ClampedArray =>
  new Uint8ClampedArray(
    read(bytes, 'buffer') as ArrayBuffer,
    Number(read(bytes, 'byteOffset')),
    Number(read(bytes, 'byteLength')),
  );

export async function decodePicture(content: Buffer): Promise<Image> {
  try {
    return await graphics().loadImage(content);
  } catch {
    throw new Refusal('decode image fail');
  }
}
