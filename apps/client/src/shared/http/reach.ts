import { ApiError } from './api-error';

/** The server did not answer in its own words: no network, no server, or a gateway that waits for it. */
const isUnreachable = (error: unknown): boolean =>
  error instanceof ApiError &&
  (error.code === 'NETWORK' || error.code === 'TIMEOUT' || (error.code === 'INTERNAL' && error.isPassing));

/** Whether the server could be reached the last time that anything was asked of it. */
export const createReach = () => {
  let lost = false;
  let losses = 0;
  const listeners = new Set<() => void>();
  return {
    isLost: () => lost,
    subscribe: (listener: () => void): (() => void) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
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
        if (now === lost) return;
        lost = now;
        listeners.forEach((listener) => listener());
      };
    },
  };
};

export type Reach = ReturnType<typeof createReach>;
