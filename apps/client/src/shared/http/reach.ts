import { createStore } from '../store';
import { ApiError } from './api-error';

/** The server did not answer in its own words: no network, no server, or a gateway that waits for it. */
export const isUnreachable = (error: unknown): boolean =>
  error instanceof ApiError && (error.code === 'NETWORK' || error.code === 'TIMEOUT');

/** Whether the server could be reached the last time that anything was asked of it. */
export const createReach = () => {
  const lost = createStore(false);
  let losses = 0;
  return {
    isLost: lost.get,
    subscribe: lost.subscribe,
    /**
     * Called as something is asked; what it gives back is told how that ended, without an error when it was answered.
     * An answer to what was asked before the server was lost says nothing about now.
     */
    ask: (): ((error?: unknown) => void) => {
      const lossesBefore = losses;
      return (error) => {
        if (error instanceof ApiError && error.code === 'CANCELLED') return;
        const now = isUnreachable(error);
        if (now) losses += 1;
        else if (losses !== lossesBefore) return;
        if (now !== lost.get()) lost.set(now);
      };
    },
  };
};

export type Reach = ReturnType<typeof createReach>;
