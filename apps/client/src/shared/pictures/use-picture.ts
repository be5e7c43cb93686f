import { useEffect, useState } from 'react';
import { reach } from '../session/session';
import { findPicture, forgetAddress, keepPicture, knownPicture, settleAddress } from './pictures';

interface Shown {
  /** For which picture the rest is true: a component may be given another one. */
  of: string;
  address: string;
  /** It can neither be loaded nor found on the device. */
  isMissing: boolean;
}

/**
 * The address by which a picture is shown: its first signed one while that lives, and the device's own copy where
 * there is one or the server cannot be reached. What was shown is kept; `onShown` is told of it, and of a picture
 * that will not be shown; it is tried again when the server is back, by a new image for each of the `tries`: the same
 * one does not load the same address again.
 */
export const usePicture = (src: string, onShown?: (isSeen: boolean) => void) => {
  const [shown, setShown] = useState<Shown | null>(null);
  const [tries, setTries] = useState(0);
  const settled = shown?.of === src ? shown : null;
  const address = settled?.address ?? knownPicture(src) ?? settleAddress(src);
  const isMissing = settled?.isMissing ?? false;
  useEffect(() => {
    if (!isMissing) return;
    return reach.subscribe(() => {
      if (reach.isLost()) return;
      setShown(null);
      setTries((before) => before + 1);
    });
  }, [isMissing]);
  const onError = () => {
    if (settled) return onShown?.(false); // the copy does not open either
    void findPicture(src).then((kept) => {
      setShown({ of: src, address: kept ?? address, isMissing: kept === null });
      if (kept !== null) return;
      forgetAddress(src);
      onShown?.(false);
    });
  };
  const onLoad = () => {
    keepPicture(address);
    onShown?.(true);
  };
  return { address, isMissing, tries, onLoad, onError };
};
