import { percent } from '../../../shared/format/crop';
import { Icon } from '../../../shared/ui/Icon';
import { Photo, Press, View } from '../../../shared/ui/primitives';
import { capture } from '../capture.zh';
import type { DraftPhoto } from '../photo-draft';

interface Props {
  photos: DraftPhoto[];
  selectedKey: string | undefined;
  /** 0-1 by photo id; absent before its upload starts. */
  progress: Record<string, number>;
  refusedId: string | null;
  locked: boolean;
  onSelect: (key: string) => void;
  /** Absent when there is no room for more. */
  onAdd?: () => void;
}

/** The pages in their order, small, each with what has happened to it. */
export const PhotoStrip = (props: Props) => {
  const { photos, selectedKey, progress, refusedId, locked, onSelect, onAdd } = props;
  return (
    <View className="strip" role="group" aria-label={capture.pages}>
      {photos.map(({ key, photo, hints }, index) => {
        const part = progress[photo.id];
        const isRefused = photo.id === refusedId;
        const isUnderWay = locked && part !== undefined && part < 1;
        return (
          <Press
            key={key}
            className={`strip-page ${isRefused ? 'is-refused' : ''} ${key === selectedKey ? 'is-current' : ''}`}
            label={capture.photoInStrip(index + 1, {
              hints,
              part: isUnderWay || part === 1 ? part : undefined,
              refused: isRefused,
            })}
            selected={key === selectedKey}
            onPress={() => onSelect(key)}
          >
            <Photo className="strip-picture" src={photo.url} label="" />
            <View className="strip-number figures">{index + 1}</View>
            {part === 1 && (
              <View className="strip-sign strip-done">
                <Icon name="tick" size="s" />
              </View>
            )}
            {part !== 1 && (isRefused || hints.length > 0) && (
              <View className="strip-sign strip-hint">
                <Icon name={isRefused ? 'retry' : 'question'} size="s" />
              </View>
            )}
            {isUnderWay && (
              <View className="strip-bar">
                <View className="strip-bar-part" style={{ width: percent(part) }} />
              </View>
            )}
          </Press>
        );
      })}
      {!locked && onAdd && (
        <Press className="strip-page strip-add" label={capture.add} onPress={onAdd}>
          <Icon name="plus" />
        </Press>
      )}
    </View>
  );
};
