import type { PhotoSource } from '../platform/pictures.types';
import { Button } from '../ui/Button';
import { photoWords } from './photo.zh';

interface Props {
  source: PhotoSource;
  onInstead: (source: PhotoSource) => void;
}

/** The album where the camera does not help, and the other way round. */
export const InsteadButton = ({ source, onInstead }: Props) => (
  <Button kind="quiet" onPress={() => onInstead(source === 'camera' ? 'album' : 'camera')}>
    {photoWords.instead[source]}
  </Button>
);
