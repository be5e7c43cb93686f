import { ScrollView } from '@tarojs/components';
import type { ScrollPaneProps } from './scroll-pane.types';

export const ScrollPane = ({ className = '', target, children }: ScrollPaneProps) => (
  <ScrollView className={`pane ${className}`} scrollY scrollWithAnimation scrollIntoView={target ?? ''}>
    {children}
  </ScrollView>
);
