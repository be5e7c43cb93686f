import { View } from './primitives';

export type IconName =
  | 'home'
  | 'book'
  | 'person'
  | 'camera'
  | 'picture'
  | 'chevron'
  | 'back'
  | 'close'
  | 'plus'
  | 'tick'
  | 'strike'
  | 'question'
  | 'dots'
  | 'brackets'
  | 'retry'
  | 'trash'
  | 'clock'
  | 'paper'
  | 'people'
  | 'pencil'
  | 'text'
  | 'offline'
  | 'zoom-in'
  | 'zoom-out'
  | 'logo';

interface Props {
  name: IconName;
  size?: 's' | 'm' | 'l';
  className?: string;
}

/** Never alone: the control around it carries the words. */
export const Icon = ({ name, size = 'm', className = '' }: Props) => (
  <View className={`icon icon-${size} icon-${name} ${className}`} aria-hidden />
);
