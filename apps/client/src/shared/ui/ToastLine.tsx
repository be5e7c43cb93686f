import { Icon } from './Icon';
import { Text, View } from './primitives';
import { useToast } from './toast';

/** Always there, so that a screen reader hears what comes into it. */
export const ToastLine = () => {
  const text = useToast();
  return (
    <View className="toast-line" aria-live="polite">
      {text !== null && (
        <View className="toast">
          <Icon name="tick" size="s" />
          <Text>{text}</Text>
        </View>
      )}
    </View>
  );
};
