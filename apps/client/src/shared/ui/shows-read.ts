import { createContext, useContext, useLayoutEffect, useState } from 'react';

type Tell = (change: (parts: number) => number) => void;

/** How many parts of a page show something that was read from the server, now or the last time. */
export const ShowsRead = createContext<Tell>(() => undefined);

/** Tells the page, which has other words for an empty screen without a network than for one of last time. */
export const useShowsRead = (does: boolean): void => {
  const tell = useContext(ShowsRead);
  useLayoutEffect(() => {
    if (!does) return undefined;
    tell((parts) => parts + 1);
    return () => tell((parts) => parts - 1);
  }, [does, tell]);
};

/** What a page is told by its parts. */
export const useReadParts = (): { hasRead: boolean; tell: Tell } => {
  const [parts, tell] = useState(0);
  return { hasRead: parts > 0, tell };
};
