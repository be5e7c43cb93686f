import { titles } from '../../../shared/titles.zh';
import { Icon } from '../../../shared/ui/Icon';
import { Heading, View } from '../../../shared/ui/primitives';
import { auth } from '../auth.zh';

export const Welcome = () => (
  <View className="welcome">
    <Icon name="logo" size="l" className="welcome-logo" />
    <Heading level={1} className="welcome-name">
      {titles.product}
    </Heading>
    <View className="hint">{auth.slogan}</View>
  </View>
);
