import { View } from '@tarojs/components';
import { charts } from './charts.zh';
import './charts.scss';
import type { FigureProps } from './charts.types';

/** Taro's types do not know the attributes that config/aria-plugin.js brings to the templates. */
const picture = (label: string): object => ({ 'aria-role': 'img', 'aria-label': label });

export const Figure = ({ words, numbers, children, className = '' }: FigureProps) => (
  <View className={`chart ${className}`}>
    <View className="chart-drawing" {...picture(charts.heard(words, numbers))}>
      {children}
    </View>
    <View className="chart-words" aria-hidden>
      {words}
    </View>
  </View>
);
