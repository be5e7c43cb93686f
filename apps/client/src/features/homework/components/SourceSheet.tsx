import type { PhotoSource } from '../../../shared/platform/pictures.types';
import { Button } from '../../../shared/ui/Button';
import { View } from '../../../shared/ui/primitives';
import { Sheet } from '../../../shared/ui/Sheet';
import { capture } from '../capture.zh';

interface Props {
  title: string;
  onChoose: (source: PhotoSource) => void;
  onClose: () => void;
}

/** Camera or album. */
export const SourceSheet = ({ title, onChoose, onClose }: Props) => (
  <Sheet title={title} onClose={onClose}>
    <View className="stack-s">
      <Button icon="camera" onPress={() => onChoose('camera')}>
        {capture.camera}
      </Button>
      <Button kind="quiet" icon="picture" onPress={() => onChoose('album')}>
        {capture.album}
      </Button>
    </View>
  </Sheet>
);
