import { Text, View } from '../primitives';
import { charts } from './charts.zh';
import { drawing } from './drawing';
import { Drawn } from './Drawn';
import { Figure } from './Figure';
import { cellsPath } from './paths';
import { heatStep } from './scale';

interface Props {
  words: string;
  /** Whole weeks from Monday to Sunday, oldest first: the last week's days to come are 0. */
  days: readonly number[];
  /** One for each week, empty where none is to be written. */
  weekNames: readonly string[];
  /** For those who hear it: one line a week. */
  numbers: readonly string[];
}

const MOST = 4;
const EVERY_OTHER_DAY = [0, 2, 4, 6];

/** On which days something was done, as in a calendar: larger means more. Two shapes, however many the days. */
export const Heat = ({ words, days, weekNames, numbers }: Props) => {
  const most = Math.max(0, ...days);
  const steps = days.map((value) => heatStep(value, most));
  const width = weekNames.length * 10;
  return (
    <Figure words={words} numbers={numbers}>
      <View className="heat">
        <View className="heat-days">
          {EVERY_OTHER_DAY.map((day) => (
            <Text key={day} className="chart-name">
              {charts.weekdays[day]}
            </Text>
          ))}
        </View>
        <View className="heat-weeks" style={{ maxWidth: `${weekNames.length * 28}px` }}>
          <View className="heat-names">
            {weekNames.map((name, n) => (
              <View key={n} className="heat-name">
                {name && <Text className="chart-name">{name}</Text>}
              </View>
            ))}
          </View>
          <View className="heat-cells" style={{ paddingTop: `${(7 / weekNames.length) * 100}%` }}>
            <Drawn mask={drawing(cellsPath(days.map(() => MOST)), { width, height: 70 })} tone="rest" />
            <Drawn mask={drawing(cellsPath(steps), { width, height: 70 })} tone="pine" />
          </View>
        </View>
      </View>
    </Figure>
  );
};
