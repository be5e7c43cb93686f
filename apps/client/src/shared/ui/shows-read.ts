import { createContext, useContext, useLayoutEffect } from 'react';

/** How many parts of a page show something that was read from the server, now or the last time. */
export const ShowsRead = createContext<(change: (parts: number) => number) => void>(() => undefined);

/** Tells the page, which has other words for an empty screen without a network than for one of last time. */
export const useShowsRead = (does: boolean): void => {
  const tell = useContext(ShowsRead);
  useLayoutEffect(() => {
    if (!does) return undefined;
    tell((parts) => parts + 1);
    return () => tell((parts) => parts - 1);
  }, [does, tell]);
};
