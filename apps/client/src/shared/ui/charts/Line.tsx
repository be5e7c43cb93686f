import { percent } from '../../format/crop';
import { Text, View } from '../primitives';
import { charts } from './charts.zh';
import { drawing } from './drawing';
import { Drawn } from './Drawn';
import { Figure } from './Figure';
import { linePath, placed } from './paths';
import { namedPlaces, partOf, ticksTo } from './scale';

export interface LinePoint {
  name: string;
  /** Null where there was nothing to measure: the line has a gap there. */
  value: number | null;
}

interface Props {
  words: string;
  points: readonly LinePoint[];
  /** As a value is written, with its unit. */
  format: (value: number) => string;
  /** The top of the axis where it is known, 1 for a part of a whole. */
  top?: number;
}

const NAMES_SHOWN = 4;

/** How one amount changed. The last value is written beside its dot; the axis has as few lines as it can. */
export const Line = ({ words, points, format, top }: Props) => {
  const values = points.map((point) => point.value);
  const ticks =
    top === undefined ? ticksTo(Math.max(0, ...values.map((value) => value ?? 0))) : [0, top / 2, top];
  const most = ticks[ticks.length - 1]!;
  const places = placed(values.map((value) => (value === null ? null : partOf(value, most))));
  const lastAt = values.reduce<number>((found, value, n) => (value === null ? found : n), -1);
  const last = places[lastAt];
  const before = places[lastAt - 1];
  // Where the line does not run: under a high value, and under one that it falls to.
  const isBelow = last && (last.y > 0.85 || (before && before.y > last.y && last.y > 0.2));
  return (
    <Figure
      words={words}
      numbers={points.map(({ name, value }) =>
        charts.named(name, value === null ? charts.nothing : format(value)),
      )}
    >
      <View className="line">
        {ticks.map((tick) => (
          <View key={tick} className="line-tick" style={{ bottom: percent(tick / most) }}>
            <Text className="line-tick-text">{format(tick)}</Text>
          </View>
        ))}
        <View className="line-plot">
          <Drawn mask={drawing(linePath(places), { stroke: 2, margin: 4 })} tone="pine" />
          {last && (
            <View className="line-dot" style={{ left: percent(last.x), bottom: percent(last.y) }}>
              <Text className={`line-last ${isBelow ? 'is-below' : ''}`}>{format(values[lastAt]!)}</Text>
            </View>
          )}
        </View>
      </View>
      <View className="line-names">
        {namedPlaces(points.length, NAMES_SHOWN).map((n) => (
          <Text key={n} className="chart-name">
            {points[n]!.name}
          </Text>
        ))}
      </View>
    </Figure>
  );
};
