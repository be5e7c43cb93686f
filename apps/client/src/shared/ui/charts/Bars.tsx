import { percent } from '../../format/crop';
import { Text, View } from '../primitives';
import { charts } from './charts.zh';
import { Figure } from './Figure';
import { partOf } from './scale';

export interface Bar {
  name: string;
  value: number;
  /** As it is written over the bar and heard; the number alone when it is left out. */
  text?: string;
  /** Of the value: what is drawn in full, the rest of the bar in its tint. All of it when it is left out. */
  part?: number;
}

interface Props {
  words: string;
  bars: readonly Bar[];
}

/** A few amounts side by side, each with its number over it and its name below: no axis is needed. */
export const Bars = ({ words, bars }: Props) => {
  const most = Math.max(0, ...bars.map((bar) => bar.value));
  const textOf = ({ value, text }: Bar) => text ?? String(value);
  return (
    <Figure words={words} numbers={bars.map((bar) => charts.named(bar.name, textOf(bar)))}>
      <View className="bars">
        {bars.map((bar, n) => (
          <View key={n} className="bars-column">
            <View className="bars-space">
              <Text className={`bars-value ${bar.value > 0 ? '' : 'is-none'}`}>{textOf(bar)}</Text>
              <View className="bars-bar" style={{ height: percent(partOf(bar.value, most) * 0.8) }}>
                <View
                  className="bars-part"
                  style={{ height: percent(partOf(bar.part ?? bar.value, bar.value)) }}
                />
              </View>
            </View>
            <Text className="chart-name">{bar.name}</Text>
          </View>
        ))}
      </View>
    </Figure>
  );
};
