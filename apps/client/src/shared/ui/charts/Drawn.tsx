import { View } from '../primitives';
import type { Tone } from './charts.types';

interface Props {
  /** From `drawing()`. */
  mask: string;
  tone: Tone;
  className?: string;
}

/** One shape in one colour over the whole of its box. */
export const Drawn = ({ mask, tone, className = '' }: Props) => (
  <View className={`chart-drawn tone-${tone} ${className}`} style={{ ['--drawing' as string]: mask }} />
);
