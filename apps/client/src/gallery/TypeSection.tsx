import { Icon, ICONS } from '../shared/ui/Icon';
import { View } from '../shared/ui/primitives';
import { TEXT_SIZES, setTextSize, useTextSize } from '../shared/ui/text-size';
import { Chips } from '../shared/ui/Chips';
import { gallery } from './gallery.zh';
import { Sample } from './Sample';

const SIZES = ['3xl', '2xl', 'xl', 'l', 'm', 's'] as const;
/** Ink on ground, as the contrast test has them. */
const PAIRS = [
  ['ink', 'paper'],
  ['ink-2', 'paper'],
  ['ink-3', 'surface'],
  ['pine', 'pine-tint'],
  ['on-pine', 'pine'],
  ['on-pine-2', 'pine-pressed'],
  ['correct', 'correct-tint'],
  ['wrong', 'wrong-tint'],
  ['suspect', 'suspect-tint'],
  ['unreadable', 'unreadable-tint'],
] as const;
const OPTIONS = TEXT_SIZES.map((value) => ({ value, text: gallery.textSizes[value] }));

export const TypeSection = () => {
  const size = useTextSize();
  return (
    <>
      <Sample name={gallery.letters}>
        <Chips label={gallery.letters} options={OPTIONS} value={size} onChange={setTextSize} />
        {SIZES.map((one) => (
          <View key={one} style={{ fontSize: `var(--text-${one})` }}>
            {gallery.sample}
          </View>
        ))}
      </Sample>
      <Sample name={gallery.colours}>
        {PAIRS.map(([ink, ground]) => (
          <View
            key={ink + ground}
            className="sample-colour"
            style={{ color: `var(--${ink})`, background: `var(--${ground})` }}
          >
            {`${ink} / ${ground}`}
          </View>
        ))}
      </Sample>
      <Sample name={gallery.icons}>
        <View className="tags">
          {ICONS.map((name) => (
            <View key={name} className="sample-icon">
              <Icon name={name} />
              <View className="hint-s">{name}</View>
            </View>
          ))}
        </View>
      </Sample>
    </>
  );
};
