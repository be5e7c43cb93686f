import { dueDay, greetingAt, longDate, pastTime } from '../shared/format/dates.zh';
import { inOneLine, numbers } from '../shared/format/numbers.zh';
import { View } from '../shared/ui/primitives';
import { gallery } from './gallery.zh';
import { Sample } from './Sample';

/** A Monday evening. */
const NOW = new Date(2026, 10, 23, 20, 0);
const HOUR_MS = 3_600_000;
const inHours = (hours: number) => new Date(NOW.getTime() + hours * HOUR_MS);

const Values = ({ of }: { of: string[] }) => of.map((value) => <View key={value}>{value}</View>);

export const NumbersSection = () => (
  <>
    <Sample name={gallery.due}>
      <Values of={[2, 24, 48, 72, 240, 24 * 60].map((hours) => dueDay(inHours(hours).toISOString(), NOW))} />
    </Sample>
    <Sample name={gallery.past}>
      <Values of={[-1, -24, -240, -24 * 400].map((hours) => pastTime(inHours(hours).toISOString(), NOW))} />
    </Sample>
    <Sample name={gallery.day}>
      <Values of={[inOneLine(longDate(NOW), greetingAt(NOW))]} />
    </Sample>
    <Sample name={gallery.numbers}>
      <Values
        of={[
          numbers.items(20),
          numbers.times(3),
          numbers.minutes(15),
          numbers.minutesSpent(4_000),
          numbers.percent(0.876),
        ]}
      />
    </Sample>
  </>
);
