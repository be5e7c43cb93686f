import { type ReactNode, useState } from 'react';
import { pictures } from '../platform/pictures';
import { type PhotoSource, PhotosRefused, type RefusedBy } from '../platform/pictures.types';
import type { LocalPhoto } from '../platform/transport.types';
import { PrivacySheet } from './PrivacySheet';
import { RefusedSheet } from './RefusedSheet';

interface Wish {
  source: PhotoSource;
  count: number;
  onChosen: (photos: LocalPhoto[]) => void;
}

interface PhotoSourceOfPage {
  choose: (source: PhotoSource, count: number, onChosen: (photos: LocalPhoto[]) => void) => void;
  /** What to say where the device refused; part of the page. */
  sheet: ReactNode;
}

/** Camera and album, photos as they were taken. A refusal is explained, can be mended in the settings, and then the wish is carried out. */
export const usePhotoSource = (): PhotoSourceOfPage => {
  const [refused, setRefused] = useState<(Wish & { by: RefusedBy }) | null>(null);
  const carryOut = async (wish: Wish) => {
    setRefused(null);
    try {
      const chosen = await pictures.choose(wish.source, wish.count, { asTaken: true });
      if (chosen.length > 0) wish.onChosen(chosen);
    } catch (error) {
      setRefused({ ...wish, by: error instanceof PhotosRefused ? error.by : 'device' });
    }
  };
  const close = () => setRefused(null);
  const sheet =
    refused &&
    (refused.by === 'privacy' ? (
      <PrivacySheet onAgain={() => void carryOut(refused)} onClose={close} />
    ) : (
      <RefusedSheet
        source={refused.source}
        onAllowed={() => void carryOut(refused)}
        onInstead={(source) => void carryOut({ ...refused, source })}
        onClose={close}
      />
    ));
  return {
    choose: (source, count, onChosen) => void carryOut({ source, count, onChosen }),
    sheet,
  };
};
