import { View } from '@tarojs/components';
import { charts } from './charts.zh';
import './charts.scss';
import type { FigureProps } from './charts.types';
import { aria } from '../weapp-aria';

export const Figure = ({ words, numbers, children, className = '' }: FigureProps) => (
  <View className={`chart ${className}`}>
    <View
      className="chart-drawing"
      {...aria({ 'aria-role': 'img', 'aria-label': charts.heard(words, numbers) })}
    >
      {children}
    </View>
    <View className="chart-words" {...aria({ 'aria-hidden': true })}>
      {words}
    </View>
  </View>
);
