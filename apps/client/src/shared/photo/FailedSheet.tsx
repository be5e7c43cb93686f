import type { PhotoSource } from '../platform/pictures.types';
import { Button } from '../ui/Button';
import { View } from '../ui/primitives';
import { Sheet } from '../ui/Sheet';
import { InsteadButton } from './InsteadButton';
import { photoWords } from './photo.zh';

interface Props {
  source: PhotoSource;
  onAgain: () => void;
  onInstead: (source: PhotoSource) => void;
  onClose: () => void;
}

/** The camera or the album was allowed and did not work: nobody's fault, and there is another way. */
export const FailedSheet = ({ source, onAgain, onInstead, onClose }: Props) => (
  <Sheet title={photoWords.failedTitle} onClose={onClose}>
    <View className="sheet-text">{photoWords.failedText}</View>
    <View className="stack-s">
      <Button onPress={onAgain}>{photoWords.retry}</Button>
      <InsteadButton source={source} onInstead={onInstead} />
    </View>
  </Sheet>
);
