import { useAccount, useIsLost } from '../session/use-session';
import { Icon } from './Icon';
import { View } from './primitives';
import { ui } from './shared.zh';

/** Honest about what is on the screen while the server is out of reach; it goes by itself. */
export const LostBanner = ({ hasRead }: { hasRead: boolean }) => {
  const isLost = useIsLost();
  // Without an account the page itself says so.
  return useAccount() && isLost ? <LostLine hasRead={hasRead} /> : null;
};

export const LostLine = ({ hasRead }: { hasRead: boolean }) => (
  <View className="lost-banner" role="status">
    <Icon name="clock" size="s" />
    <View>{hasRead ? ui.lost : ui.lostEmpty}</View>
  </View>
);
