import { AwaitedPhoto } from '../../../shared/ui/AwaitedPhoto';
import { Icon } from '../../../shared/ui/Icon';
import { View } from '../../../shared/ui/primitives';
import { capture } from '../capture.zh';
import type { DraftPhoto } from '../photo-draft';

interface Props {
  of: DraftPhoto;
  n: number;
  isRefused: boolean;
  /** It is being turned. */
  isBusy: boolean;
}

/** The chosen page as large as the screen allows, and what would be better on another photo of it. */
export const CaptureStage = ({ of: { photo, hints }, n, isRefused, isBusy }: Props) => (
  <View className="stage">
    <AwaitedPhoto
      className={`stage-picture ${isBusy ? 'is-busy' : ''}`}
      src={photo.url}
      label={capture.photoN(n)}
      fit="contain"
      busy={isBusy ? capture.turning : undefined}
    />
    {(isRefused || hints.length > 0) && (
      <View className="stage-hints" role="status">
        {isRefused && <View className="stage-hint">{capture.replacePhoto}</View>}
        {hints.map((hint) => (
          <View key={hint} className="stage-hint">
            <Icon name="question" size="s" />
            <View>{capture.hints[hint]}</View>
          </View>
        ))}
      </View>
    )}
  </View>
);
