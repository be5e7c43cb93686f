import { useState } from 'react';
import { Icon } from './Icon';
import { Photo, View } from './primitives';
import type { PhotoProps } from './primitives.types';
import { ui } from './shared.zh';

interface Props extends PhotoProps {
  /** What is being done to it; absent when it only has to open. */
  busy?: string;
}

/**
 * A photo of a dozen megapixels takes a second to open, or to be changed: until then the box around it says so. Some
 * never open, and then it says that.
 */
export const AwaitedPhoto = ({ busy, ...photo }: Props) => {
  const [opened, setOpened] = useState({ src: '', isSeen: false });
  const { src } = photo;
  const isOpened = opened.src === src;
  const isMissing = isOpened && !opened.isSeen;
  const waiting = isOpened ? null : ui.openingPhoto;
  const words = isMissing ? ui.missingPhoto : (busy ?? waiting);
  return (
    <>
      <Photo {...photo} onShown={(isSeen) => setOpened({ src, isSeen })} />
      {words !== null && (
        <View key={words} className="photo-wait" role="status">
          <View className="photo-wait-words">
            {isMissing && <Icon name="picture" />}
            {words}
          </View>
        </View>
      )}
    </>
  );
};
