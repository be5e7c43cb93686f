import { Icon } from './Icon';
import { Press, View } from './primitives';
import { ui } from './shared.zh';

/** For those who cannot pinch, and for those who do not know that they can. */
export const ViewerButton = ({ isNear, onPress }: { isNear: boolean; onPress: () => void }) => (
  <Press className="viewer-button" label={isNear ? ui.wholePhoto : ui.nearer} onPress={onPress}>
    <View className="viewer-button-sign">
      <Icon name={isNear ? 'zoom-out' : 'zoom-in'} />
    </View>
  </Press>
);
