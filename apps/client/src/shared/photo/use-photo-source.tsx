import { type ReactNode, useState } from 'react';
import { pictures } from '../platform/pictures';
import { type PhotoSource, PhotosRefused, type RefusedBy } from '../platform/pictures.types';
import type { LocalPhoto } from '../platform/transport.types';
import { FailedSheet } from './FailedSheet';
import { PrivacySheet } from './PrivacySheet';
import { RefusedSheet } from './RefusedSheet';

interface Wish {
  source: PhotoSource;
  count: number;
  onChosen: (photos: LocalPhoto[]) => void;
  /** It was refused before, and is said to be allowed now. */
  isAgain?: boolean;
}

interface PhotoSourceOfPage {
  choose: (source: PhotoSource, count: number, onChosen: (photos: LocalPhoto[]) => void) => void;
  /** What to say where there came no photos; part of the page. */
  sheet: ReactNode;
}

/**
 * Camera and album, photos as they were taken. A refusal is explained, can be mended in the settings, and then the wish
 * is carried out; what merely did not work can be tried again.
 */
export const usePhotoSource = (): PhotoSourceOfPage => {
  const [failed, setFailed] = useState<(Wish & { refusedBy: RefusedBy | null }) | null>(null);
  const carryOut = async (wish: Wish) => {
    setFailed(null);
    try {
      const chosen = await pictures.choose(wish.source, wish.count, { asTaken: true });
      if (chosen.length > 0) wish.onChosen(chosen);
    } catch (error) {
      setFailed({ ...wish, refusedBy: error instanceof PhotosRefused ? error.by : null });
    }
  };
  const sheetOf = ({ refusedBy, ...wish }: NonNullable<typeof failed>) => {
    const onClose = () => setFailed(null);
    const onAgain = () => void carryOut(wish);
    const onInstead = (source: PhotoSource) => void carryOut({ ...wish, source, isAgain: false });
    if (refusedBy === 'privacy') return <PrivacySheet onAgain={onAgain} onClose={onClose} />;
    const { source, isAgain = false } = wish;
    if (refusedBy === null) return <FailedSheet {...{ source, onAgain, onInstead, onClose }} />;
    const onAllowed = () => void carryOut({ ...wish, isAgain: true });
    return <RefusedSheet key={source} {...{ source, isAgain, onAllowed, onInstead, onClose }} />;
  };
  return {
    choose: (source, count, onChosen) => void carryOut({ source, count, onChosen }),
    sheet: failed && sheetOf(failed),
  };
};
