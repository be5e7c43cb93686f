import { Button } from './Button';
import { ui } from './shared.zh';
import { Sheet } from './Sheet';
import { Problem } from './states';
import { View } from './primitives';

interface Props {
  title: string;
  text: string;
  yes: string;
  busy?: boolean;
  error?: unknown;
  onYes: () => void;
  onClose: () => void;
}

/** Before something that cannot be taken back. */
export const Confirm = ({ title, text, yes, busy, error, onYes, onClose }: Props) => (
  <Sheet title={title} onClose={onClose}>
    <View className="sheet-text">{text}</View>
    <Problem error={error} />
    <View className="stack-s">
      <Button busy={busy} onPress={onYes}>
        {yes}
      </Button>
      <Button kind="text" onPress={onClose}>
        {ui.cancel}
      </Button>
    </View>
  </Sheet>
);
