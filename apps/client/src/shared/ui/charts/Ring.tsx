import { Icon, type IconName } from '../Icon';
import { Text, View } from '../primitives';
import type { Tone } from './charts.types';
import { charts } from './charts.zh';
import { drawing } from './drawing';
import { Drawn } from './Drawn';
import { Figure } from './Figure';
import { arcPath, ringPaths } from './paths';

export interface RingPart {
  name: string;
  value: number;
  tone: Tone;
  /** As it is written beside its name and heard. */
  text: string;
  /** Parts differ by shape as well as by colour. */
  sign?: IconName;
}

interface Props {
  words: string;
  parts: readonly RingPart[];
  /** What the parts are of; more than their sum leaves the rest of the ring empty. */
  whole: number;
  /** In the middle: one short number. */
  middle: string;
}

const STROKE = { stroke: 9, isCut: true };

/** Parts of a whole. Each part's name and number stand beside the ring, in its order. */
export const Ring = ({ words, parts, whole, middle }: Props) => (
  <Figure
    words={words}
    numbers={parts.map((part) => charts.named(part.name, part.text))}
    className="chart-ring"
  >
    <View className="ring">
      <Drawn mask={drawing(arcPath(0, 1), STROKE)} tone="rest" />
      {ringPaths(
        parts.map((part) => part.value),
        whole,
      ).map((path, n) =>
        path ? <Drawn key={n} mask={drawing(path, STROKE)} tone={parts[n]!.tone} /> : null,
      )}
      <View className="ring-middle">{middle}</View>
    </View>
    <View className="ring-parts">
      {parts.map(({ name, text, tone, sign }) => (
        <View key={name} className="ring-part">
          {sign && <Icon name={sign} size="s" className={`text-${tone}`} />}
          <Text className="ring-part-name">{name}</Text>
          <Text className="ring-part-text">{text}</Text>
        </View>
      ))}
    </View>
  </Figure>
);
