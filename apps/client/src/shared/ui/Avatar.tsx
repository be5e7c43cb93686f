import { Icon } from './Icon';
import { View } from './primitives';

/** The first character of a name; decoration, because the name stands beside it. */
export const Avatar = ({ name, size = 'l' }: { name: string; size?: 'm' | 'l' }) => (
  <View className={`avatar avatar-${size}`} aria-hidden>
    {[...name.trim()][0] ?? <Icon name="person" />}
  </View>
);
