import type { LocalPhoto } from '../../../shared/platform/transport.types';
import { percent } from '../../../shared/format/crop';
import { Icon } from '../../../shared/ui/Icon';
import { Photo, Press, View } from '../../../shared/ui/primitives';
import { homework } from '../homework.zh';

interface Props {
  photos: LocalPhoto[];
  /** 0-1 by photo id; absent before its upload starts. */
  progress: Record<string, number>;
  refusedId: string | null;
  locked: boolean;
  onRemove: (photo: LocalPhoto) => void;
}

/** The photos in their order, each with what has happened to it. */
export const PhotoStrip = ({ photos, progress, refusedId, locked, onRemove }: Props) => (
  <View className="strip">
    {photos.map((photo, index) => {
      const part = progress[photo.id];
      return (
        <View key={photo.id} className={`strip-photo ${photo.id === refusedId ? 'is-refused' : ''}`}>
          <Photo className="strip-picture" src={photo.url} label={homework.photoN(index + 1)} />
          <View className="strip-number figures">{index + 1}</View>
          {part === 1 && (
            <View className="strip-done">
              <Icon name="tick" size="s" />
            </View>
          )}
          {photo.id === refusedId && <View className="strip-refused">{homework.replacePhoto}</View>}
          {locked && part !== undefined && part < 1 && (
            <View className="strip-bar">
              <View className="strip-bar-part" style={{ width: percent(part) }} />
            </View>
          )}
          {!locked && (
            <Press
              className="strip-remove"
              label={homework.removePhoto(index + 1)}
              onPress={() => onRemove(photo)}
            >
              <View className="strip-remove-sign">
                <Icon name="close" size="s" />
              </View>
            </Press>
          )}
        </View>
      );
    })}
  </View>
);
