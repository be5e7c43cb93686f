import { ScrollView } from '@tarojs/components';
import type { ScrollPaneProps } from './scroll-pane.types';
import { aria } from './weapp-aria';

export const ScrollPane = ({ className = '', label, children }: ScrollPaneProps) => (
  <ScrollView
    className={`pane ${className}`}
    scrollY
    {...aria({ 'aria-role': 'region', 'aria-label': label })}
  >
    {children}
  </ScrollView>
);
