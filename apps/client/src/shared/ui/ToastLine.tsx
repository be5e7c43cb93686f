import { Icon } from './Icon';
import { Text, View } from './primitives';
import { useToast } from './toast';

/** Always there, so that a screen reader hears what comes into it. */
export const ToastLine = () => {
  const toast = useToast();
  return (
    <View className="toast-line" aria-live="polite">
      {toast && (
        <View className="toast">
          <Icon name={toast.icon} size="s" />
          <Text>{toast.text}</Text>
        </View>
      )}
    </View>
  );
};
