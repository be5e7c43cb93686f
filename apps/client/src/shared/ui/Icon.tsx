import { View } from './primitives';

/** As icons.scss draws them. */
export const ICONS = [
  'home',
  'book',
  'person',
  'camera',
  'picture',
  'chevron',
  'back',
  'close',
  'plus',
  'tick',
  'strike',
  'question',
  'dots',
  'brackets',
  'retry',
  'trash',
  'clock',
  'paper',
  'people',
  'pencil',
  'text',
  'offline',
  'zoom-in',
  'zoom-out',
  'turn',
  'crop',
  'earlier',
  'later',
  'logo',
] as const;
export type IconName = (typeof ICONS)[number];

interface Props {
  name: IconName;
  size?: 's' | 'm' | 'l';
  className?: string;
}

/** Never alone: the control around it carries the words. */
export const Icon = ({ name, size = 'm', className = '' }: Props) => (
  <View className={`icon icon-${size} icon-${name} ${className}`} aria-hidden />
);
