import type { OpenPhoto, OpensPhoto } from '../platform/open-photo.types';
import type { LocalPhoto } from '../platform/transport.types';
import type { Edit } from './edit';
import type { Looked } from './hints';

/** Old phones draw a large photo in a few seconds; a canvas whose page is left meanwhile may never be heard of again. */
const LONGEST_MS = 12_000;

type Draw = (edit: Edit, to: { sidePx: number; quality: number }) => Promise<LocalPhoto>;
type Task<T> = (opened: Looked, draw: Draw) => Promise<T>;

export interface Darkroom {
  /** One photo at a time is open: a dozen megapixels of several would not fit on a small phone. */
  inTurn<T>(work: () => Promise<T>): Promise<T>;
  /**
   * Null when the device cannot, when it takes too long or when nobody wants it any more: what waits behind it goes
   * on. What was given up so gets nothing drawn any more.
   */
  withOpen<T>(photo: LocalPhoto, task: Task<T>, wanted?: AbortSignal): Promise<T | null>;
  /** When everything that was asked for is done. */
  settled(): Promise<void>;
}

interface Device {
  open: OpensPhoto;
  release(photo: LocalPhoto): void;
}

export const createDarkroom = ({ open, release }: Device): Darkroom => {
  let last: Promise<unknown> = Promise.resolve();

  const whileOpen = async <T>(photo: LocalPhoto, task: Task<T>, signal: AbortSignal): Promise<T | null> => {
    let opened: OpenPhoto | null = null;
    const draw: Draw = async (edit, to) => {
      const drawn = await opened!.draw(edit, to, signal);
      if (!signal.aborted) return drawn;
      release(drawn);
      throw new Error('drawn too late');
    };
    try {
      opened = await open(photo);
      return opened && !signal.aborted ? await task(opened, draw) : null;
    } catch {
      return null; // it goes up as it is
    } finally {
      opened?.close();
    }
  };

  return {
    inTurn: (work) => {
      const done = last.then(work);
      last = done.catch(() => undefined);
      return done;
    },
    withOpen: async (photo, task, wanted) => {
      if (wanted?.aborted) return null;
      const ending = new AbortController();
      const { signal } = ending;
      const giveUp = () => ending.abort();
      const timer = setTimeout(giveUp, LONGEST_MS);
      wanted?.addEventListener('abort', giveUp);
      const givenUp = new Promise<null>((resolve) => signal.addEventListener('abort', () => resolve(null)));
      try {
        return await Promise.race([whileOpen(photo, task, signal), givenUp]);
      } finally {
        clearTimeout(timer);
        wanted?.removeEventListener('abort', giveUp);
      }
    },
    settled: async () => {
      await last;
    },
  };
};
