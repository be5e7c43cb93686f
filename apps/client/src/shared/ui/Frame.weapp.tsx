import { View } from '@tarojs/components';
import { Contained } from './Contained';
import type { FrameProps } from './frame.types';
import { SignedIn } from './SignedIn';
import { useTextSize } from './text-size';
import { ToastLine } from './ToastLine';

// Title line, way back and tab bar are WeChat's own here.
export const Frame = ({ open, fill, action, footer, children }: FrameProps) => (
  <View className={`frame text-${useTextSize()} ${fill ? 'frame-fill' : ''} ${footer ? 'frame-footed' : ''}`}>
    {action && <View className="frame-action">{action}</View>}
    <View className="frame-main">
      <Contained>{open ? children : <SignedIn>{children}</SignedIn>}</Contained>
    </View>
    {footer && (
      <View className="frame-foot">
        <View className="frame-foot-inner">{footer}</View>
      </View>
    )}
    <ToastLine />
  </View>
);
