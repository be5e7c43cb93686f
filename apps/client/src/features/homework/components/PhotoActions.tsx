import { useState } from 'react';
import { Confirm } from '../../../shared/ui/Confirm';
import { Icon, type IconName } from '../../../shared/ui/Icon';
import { Press, View } from '../../../shared/ui/primitives';
import { capture } from '../capture.zh';

interface Props {
  /** Which photo of how many, from 1. */
  n: number;
  count: number;
  canEdit: boolean;
  onRetake: () => void;
  onTurn: () => void;
  onCrop: () => void;
  onMove: (by: -1 | 1) => void;
  onRemove: () => void;
}

/** What can be done with the page on the stage, in the reach of the thumb. */
export const PhotoActions = (props: Props) => {
  const { n, count, canEdit, onRetake, onTurn, onCrop, onMove, onRemove } = props;
  const [isRemoving, setRemoving] = useState(false);
  const actions: { icon: IconName; text: string; off?: boolean; act: () => void }[] = [
    { icon: 'camera', text: capture.retake, act: onRetake },
    { icon: 'turn', text: capture.turn, off: !canEdit, act: onTurn },
    { icon: 'crop', text: capture.crop, off: !canEdit, act: onCrop },
    { icon: 'earlier', text: capture.earlier, off: n === 1, act: () => onMove(-1) },
    { icon: 'later', text: capture.later, off: n === count, act: () => onMove(1) },
    { icon: 'trash', text: capture.remove, act: () => setRemoving(true) },
  ];
  return (
    <View className="photo-actions" role="group" aria-label={capture.actions}>
      {actions.map(({ icon, text, off, act }) => (
        <Press
          key={icon}
          className="photo-action"
          label={capture.labelOf(text, n)}
          disabled={off}
          onPress={act}
        >
          <Icon name={icon} />
          <View className="photo-action-text">{text}</View>
        </Press>
      ))}
      {isRemoving && (
        <Confirm
          title={capture.removeTitle(n)}
          text={capture.removeText}
          yes={capture.removeYes}
          onYes={onRemove}
          onClose={() => setRemoving(false)}
        />
      )}
    </View>
  );
};
