import type { ReactNode } from 'react';
import { Contained } from './Contained';
import type { FrameProps } from './frame.types';
import { LostBanner } from './LostBanner';
import { View } from './primitives';
import { ShowsRead, useReadParts } from './shows-read';
import { SignedIn } from './SignedIn';
import { ToastLine } from './ToastLine';

interface Props extends Pick<FrameProps, 'open' | 'children'> {
  /** Around the content. */
  main: (content: ReactNode) => ReactNode;
  /** What stays at the bottom; nothing of the content ends under it, however high it is. */
  bottom: ReactNode;
}

/** What a frame has on both targets: the content, and what is said over it without moving it. */
export const FrameContent = ({ open, children, main, bottom }: Props) => {
  const { hasRead, tell } = useReadParts();
  return (
    <>
      {main(
        <ShowsRead.Provider value={tell}>
          <Contained>{open ? children : <SignedIn>{children}</SignedIn>}</Contained>
        </ShowsRead.Provider>,
      )}
      <View className="frame-dock">
        <View className="frame-notes">
          <ToastLine />
          <LostBanner hasRead={hasRead} />
        </View>
        {bottom}
      </View>
    </>
  );
};
