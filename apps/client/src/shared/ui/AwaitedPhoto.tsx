import { useState } from 'react';
import { Photo, View } from './primitives';
import type { PhotoProps } from './primitives.types';
import { ui } from './shared.zh';

interface Props extends PhotoProps {
  /** What is being done to it; absent when it only has to open. */
  busy?: string;
}

/** A photo of a dozen megapixels takes a second to open, or to be changed: until then the box around it says so. */
export const AwaitedPhoto = ({ busy, ...photo }: Props) => {
  const [shownSrc, setShownSrc] = useState('');
  const { src } = photo;
  const words = busy ?? (shownSrc === src ? null : ui.openingPhoto);
  return (
    <>
      <Photo {...photo} onShown={() => setShownSrc(src)} />
      {words !== null && (
        <View key={words} className="photo-wait" role="status">
          <View className="photo-wait-words">{words}</View>
        </View>
      )}
    </>
  );
};
