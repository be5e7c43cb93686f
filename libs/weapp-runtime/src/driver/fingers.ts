import type { CDPSession, Page } from 'playwright-core';

export interface Point {
  x: number;
  y: number;
}
export interface Box extends Point {
  width: number;
  height: number;
}

const STEPS = 8;
const LONG_PRESS_MS = 600;
/** Two taps closer than this are a double tap everywhere. */
const BETWEEN_TAPS_MS = 80;

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
const between = (from: Point, to: Point, share: number): Point => ({
  x: from.x + (to.x - from.x) * share,
  y: from.y + (to.y - from.y) * share,
});
export const middleOf = ({ x, y, width, height }: Box): Point => ({ x: x + width / 2, y: y + height / 2 });

/** Real touches of one or two fingers on the glass: what the browser makes of them is up to the page. */
export class Fingers {
  private constructor(private readonly session: CDPSession) {}

  static async on<T>(page: Page, use: (fingers: Fingers) => Promise<T>): Promise<T> {
    const session = await page.context().newCDPSession(page);
    try {
      return await use(new Fingers(session));
    } finally {
      await session.detach();
    }
  }

  private async touch(type: 'touchStart' | 'touchMove' | 'touchEnd', points: Point[] = []): Promise<void> {
    const touchPoints = points.map((point, id) => ({ ...point, id }));
    await this.session.send('Input.dispatchTouchEvent', { type, touchPoints });
  }

  async stroke(from: Point, to: Point): Promise<void> {
    await this.touch('touchStart', [from]);
    for (let step = 1; step <= STEPS; step++)
      await this.touch('touchMove', [between(from, to, step / STEPS)]);
    await this.touch('touchEnd');
  }

  async doubleTap(at: Point): Promise<void> {
    for (let tap = 0; tap < 2; tap++) {
      if (tap > 0) await pause(BETWEEN_TAPS_MS);
      await this.touch('touchStart', [at]);
      await this.touch('touchEnd');
    }
  }

  async longPress(at: Point): Promise<void> {
    await this.touch('touchStart', [at]);
    await pause(LONG_PRESS_MS);
    await this.touch('touchEnd');
  }

  /** Two fingers on both sides of the middle, moved apart or together until their distance has changed by `scale`. */
  async pinch(box: Box, scale: number, room: number): Promise<void> {
    const middle = middleOf(box);
    const widest = Math.min(room * 0.9, box.width * 0.8 * Math.max(1, scale));
    const [first, last] = scale >= 1 ? [widest / scale, widest] : [widest, widest * scale];
    const pair = (distance: number): Point[] => [
      { x: middle.x - distance / 2, y: middle.y },
      { x: middle.x + distance / 2, y: middle.y },
    ];
    await this.touch('touchStart', pair(first));
    for (let step = 1; step <= STEPS; step++)
      await this.touch('touchMove', pair(first + ((last - first) * step) / STEPS));
    await this.touch('touchEnd');
  }
}
