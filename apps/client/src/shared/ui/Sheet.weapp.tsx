import { View } from '@tarojs/components';
import { Icon } from './Icon';
import { Heading, Press } from './primitives';
import { ui } from './shared.zh';
import type { SheetProps } from './sheet.types';
import { aria } from './weapp-aria';

export const Sheet = ({ title, onClose, children }: SheetProps) => (
  <View className="sheet-layer">
    {/* For fingers alone: who hears the page has the button. */}
    <View className="sheet-shade" onClick={onClose} {...aria({ 'aria-hidden': true })} />
    <View
      className="sheet"
      catchMove
      {...aria({ 'aria-role': 'dialog', 'aria-modal': true, 'aria-label': title })}
    >
      <View className="sheet-body">
        <View className="sheet-head">
          <Heading level={2} className="sheet-title">
            {title}
          </Heading>
          <Press className="sheet-close" label={ui.close} onPress={onClose}>
            <Icon name="close" />
          </Press>
        </View>
        {children}
      </View>
    </View>
  </View>
);
