import { percent } from '../format/crop';
import { View } from './primitives';

interface Props {
  /** 0-1. */
  value: number;
  /** In words, with numbers: the bar alone says nothing to the ears. */
  label: string;
}

export const ProgressBar = ({ value, label }: Props) => (
  <View
    className="progress-bar"
    role="progressbar"
    aria-label={label}
    aria-valuemin={0}
    aria-valuemax={100}
    aria-valuenow={Math.round(value * 100)}
  >
    <View className="progress-bar-part" style={{ width: percent(value) }} />
  </View>
);
