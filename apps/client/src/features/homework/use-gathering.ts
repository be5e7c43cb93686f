import { useEffect, useRef, useState } from 'react';
import { photoDraft, useDraftPhotos } from './use-photo-draft';

const hinted = () => photoDraft.photos().filter(({ hints }) => hints.length > 0);

/**
 * Before photos go, all that was asked for is done with them. What could be better and only then turned out is seen
 * first; asked once more, they go as they are.
 */
export const useGathering = (send: () => void) => {
  const photos = useDraftPhotos();
  const [isGathering, setGathering] = useState(false);
  const [foundKey, setFoundKey] = useState<string | null>(null);
  const round = useRef(0);
  const giveUp = () => void (round.current += 1);
  useEffect(() => giveUp, []);
  const gather = async () => {
    const mine = ++round.current;
    const seenKeys = hinted().map(({ key }) => key);
    setGathering(true);
    setFoundKey(null);
    await photoDraft.settled();
    if (mine !== round.current) return;
    setGathering(false);
    const found = hinted().find(({ key }) => !seenKeys.includes(key));
    if (found) setFoundKey(found.key);
    else send();
  };
  return {
    gather,
    stop: () => {
      giveUp();
      setGathering(false);
    },
    isGathering,
    /** The first photo with a hint that nobody could see yet; not once it was replaced or removed. */
    found: photos.find(({ key, hints }) => key === foundKey && hints.length > 0),
  };
};
