import { ScrollView } from '@tarojs/components';
import type { ScrollPaneProps } from './scroll-pane.types';

export const ScrollPane = ({ className = '', children }: ScrollPaneProps) => (
  <ScrollView className={`pane ${className}`} scrollY>
    {children}
  </ScrollView>
);
