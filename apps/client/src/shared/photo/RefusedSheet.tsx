import { useState } from 'react';
import { pictures } from '../platform/pictures';
import type { PhotoSource } from '../platform/pictures.types';
import { Button } from '../ui/Button';
import { View } from '../ui/primitives';
import { Sheet } from '../ui/Sheet';
import { InsteadButton } from './InsteadButton';
import { photoWords } from './photo.zh';

interface Props {
  source: PhotoSource;
  /** It was said to be allowed now, and was refused all the same. */
  isAgain: boolean;
  onAllowed: () => void;
  onInstead: (source: PhotoSource) => void;
  onClose: () => void;
}

/** Why the camera or the album is needed, the way to the settings, and the way around them. */
export const RefusedSheet = ({ source, isAgain, onAllowed, onInstead, onClose }: Props) => {
  const [isUnchanged, setUnchanged] = useState(false);
  const { openSettings } = pictures;
  const goThere = async () => {
    setUnchanged(false);
    if (await openSettings?.(source)) onAllowed();
    else setUnchanged(true);
  };
  return (
    <Sheet title={photoWords.refusedTitle[source]} onClose={onClose}>
      <View className="sheet-text">
        {photoWords.refusedWhy[source]}
        {openSettings === null && photoWords.refusedBrowser}
      </View>
      {(isAgain || isUnchanged) && (
        <View className="notice" role="alert">
          {photoWords.stillRefused}
        </View>
      )}
      <View className="stack-s">
        {openSettings ? (
          <Button onPress={() => void goThere()}>{photoWords.toSettings}</Button>
        ) : (
          <Button onPress={onAllowed}>{photoWords.again}</Button>
        )}
        <InsteadButton source={source} onInstead={onInstead} />
      </View>
    </Sheet>
  );
};
