import { Refusal } from './refusal';

/** A change of speed is felt within this time. */
const PORTION_MS = 100;
const LARGEST_PIECE = 64 * 1024;

export const pause = (ms: number, signal?: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal?.aborted) return resolve();
    const timer = setTimeout(resolve, ms);
    signal?.addEventListener('abort', () => (clearTimeout(timer), resolve()), { once: true });
  });

/** One direction of a line that all transfers share: bytes wait until those before them have passed. */
export class Line {
  private freeAt = 0;

  constructor(private readonly bytesPerSecond: () => number) {}

  /** So many bytes go at once, so that progress is told about ten times a second. */
  pieceBytes(): number {
    const rate = this.bytesPerSecond();
    return rate > 0
      ? Math.min(LARGEST_PIECE, Math.max(1, Math.floor((rate * PORTION_MS) / 1000)))
      : LARGEST_PIECE;
  }

  async pass(bytes: number, signal: AbortSignal): Promise<void> {
    for (let left = bytes; left > 0 && !signal.aborted; left -= this.pieceBytes()) {
      const rate = this.bytesPerSecond();
      if (rate <= 0) return;
      const ms = (Math.min(left, this.pieceBytes()) / rate) * 1000;
      this.freeAt = Math.max(Date.now(), this.freeAt) + ms;
      await pause(this.freeAt - Date.now(), signal);
    }
  }
}

/** So many at once; the next ones wait in the order in which they came. */
export class Turnstile {
  private inside = 0;
  private readonly waiting: (() => void)[] = [];

  constructor(private readonly places: number) {}

  async enter(signal: AbortSignal): Promise<() => void> {
    if (this.inside >= this.places) await this.waitOutside(signal);
    else this.inside++;
    let isInside = true;
    return () => {
      if (!isInside) return;
      isInside = false;
      const next = this.waiting.shift();
      if (next) next();
      else this.inside--;
    };
  }

  private waitOutside(signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const enter = (): void => {
        signal.removeEventListener('abort', leave);
        resolve();
      };
      const leave = (): void => {
        this.waiting.splice(this.waiting.indexOf(enter), 1);
        reject(new Refusal('abort'));
      };
      this.waiting.push(enter);
      signal.addEventListener('abort', leave, { once: true });
    });
  }
}
