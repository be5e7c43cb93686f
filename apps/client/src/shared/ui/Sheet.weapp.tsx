import { View } from '@tarojs/components';
import { Icon } from './Icon';
import { Heading, Press } from './primitives';
import { ui } from './shared.zh';
import type { SheetProps } from './sheet.types';

export const Sheet = ({ title, onClose, children }: SheetProps) => (
  <View className="sheet-layer">
    <View className="sheet-shade" onClick={onClose} />
    <View className="sheet" catchMove>
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
