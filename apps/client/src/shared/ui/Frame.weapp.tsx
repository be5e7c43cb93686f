import { FrameContent } from './FrameContent';
import type { FrameProps } from './frame.types';
import { View } from './primitives';
import { useTextSize } from './text-size';

// Title line, way back and tab bar are WeChat's own here.
export const Frame = ({ open, fill, action, footer, children }: FrameProps) => (
  <View className={`frame text-${useTextSize()} ${fill ? 'frame-fill' : ''}`}>
    {action && <View className="frame-action">{action}</View>}
    <FrameContent
      open={open}
      main={(content) => <View className="frame-main">{content}</View>}
      bottom={
        footer && (
          <View className="frame-foot">
            <View className="frame-foot-inner">{footer}</View>
          </View>
        )
      }
    >
      {children}
    </FrameContent>
  </View>
);
