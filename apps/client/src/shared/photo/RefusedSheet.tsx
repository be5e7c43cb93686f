import { useState } from 'react';
import { pictures } from '../platform/pictures';
import type { PhotoSource } from '../platform/pictures.types';
import { Button } from '../ui/Button';
import { View } from '../ui/primitives';
import { Sheet } from '../ui/Sheet';
import { photoWords } from './photo.zh';

interface Props {
  source: PhotoSource;
  onAllowed: () => void;
  onInstead: (source: PhotoSource) => void;
  onClose: () => void;
}

/** Why the camera or the album is needed, the way to the settings, and the way around them. */
export const RefusedSheet = ({ source, onAllowed, onInstead, onClose }: Props) => {
  const [isStillRefused, setStillRefused] = useState(false);
  const { openSettings } = pictures;
  const goThere = async () => {
    setStillRefused(false);
    if (await openSettings?.(source)) onAllowed();
    else setStillRefused(true);
  };
  return (
    <Sheet title={photoWords.refusedTitle[source]} onClose={onClose}>
      <View className="sheet-text">
        {photoWords.refusedWhy[source]}
        {openSettings === null && photoWords.refusedBrowser}
      </View>
      {isStillRefused && (
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
        <Button kind="quiet" onPress={() => onInstead(source === 'camera' ? 'album' : 'camera')}>
          {photoWords.instead[source]}
        </Button>
      </View>
    </Sheet>
  );
};
