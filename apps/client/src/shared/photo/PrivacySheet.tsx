import { Button } from '../ui/Button';
import { View } from '../ui/primitives';
import { Sheet } from '../ui/Sheet';
import { photoWords } from './photo.zh';

interface Props {
  onAgain: () => void;
  onClose: () => void;
}

/** Without WeChat's privacy guideline there are no photos; it asks again as often as the person likes. */
export const PrivacySheet = ({ onAgain, onClose }: Props) => (
  <Sheet title={photoWords.privacyTitle} onClose={onClose}>
    <View className="sheet-text">{photoWords.privacyWhy}</View>
    <Button onPress={onAgain}>{photoWords.privacyAgain}</Button>
  </Sheet>
);
