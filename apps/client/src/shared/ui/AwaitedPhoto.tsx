import { useState, type ReactNode } from 'react';
import { Icon } from './Icon';
import { Photo, View } from './primitives';
import type { PhotoProps } from './primitives.types';
import { ui } from './shared.zh';

const Words = ({ children }: { children: ReactNode }) => (
  <View className="photo-wait" role="status">
    <View className="photo-wait-words">{children}</View>
  </View>
);

/** In the box around a photo that cannot be shown. */
export const MissingPhoto = () => (
  <Words>
    <Icon name="picture" />
    {ui.missingPhoto}
  </Words>
);

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
  const words = busy ?? waiting;
  return (
    <>
      <Photo {...photo} onShown={(isSeen) => setOpened({ src, isSeen })} />
      {isMissing && <MissingPhoto />}
      {!isMissing && words !== null && <Words key={words}>{words}</Words>}
    </>
  );
};
