import { Part } from './part';

let lastKey = 0;

/**
 * The picture of a canvas. What is drawn on it is carried out where the logic runs, and its pixels come from there;
 * only `type="2d"` is a node that the logic can get hold of.
 */
export class WxCanvas extends Part {
  private surface!: HTMLCanvasElement;
  private painting: Promise<void> = Promise.resolve();
  readonly key = `canvas${++lastKey}`;

  protected override setUp(): void {
    this.surface = document.createElement('canvas');
    this.append(this.surface);
    this.addEventListener('touchmove', (event) => {
      if (this.flag('disable-scroll')) event.preventDefault();
    });
  }

  get is2d(): boolean {
    return this.text('type') === '2d';
  }

  /** Pictures are shown in the order in which they came. */
  paint(base64: string): void {
    this.painting = this.painting.then(async () => {
      const answer = await fetch(`data:image/png;base64,${base64}`);
      const picture = await createImageBitmap(await answer.blob());
      this.surface.width = picture.width;
      this.surface.height = picture.height;
      this.surface.getContext('2d')?.drawImage(picture, 0, 0);
    });
  }
}

export function paintCanvas(key: string, base64: string): void {
  for (const canvas of document.querySelectorAll('wx-canvas'))
    if (canvas instanceof WxCanvas && canvas.key === key) canvas.paint(base64);
}
