import { View } from './primitives';

/** A grey block in the place of what is coming. */
export const Bone = ({ className = '' }: { className?: string }) => <View className={`bone ${className}`} />;

interface RowsProps {
  count: number;
  /** What stands in front of each: a photo, a sign, nothing. */
  lead?: 'thumb' | 'sign';
  /** Lines of words in each. */
  lines?: 1 | 2 | 3;
}

/** A card of rows that are still to come, as high as they will be. */
export const BoneRows = ({ count, lead, lines = 2 }: RowsProps) => (
  <View className="card card-rows">
    {Array.from({ length: count }, (_, index) => (
      <View key={index} className="row">
        {lead && <Bone className={`bone-${lead}`} />}
        <View className="row-words">
          <Bone className="bone-line" />
          {lines > 1 && <Bone className="bone-line bone-small" />}
          {lines > 2 && <Bone className="bone-line bone-small" />}
        </View>
      </View>
    ))}
  </View>
);

/** A card of lines: a name on the left, a value on the right. */
export const BoneFacts = ({ count }: { count: number }) => (
  <View className="card card-rows">
    {Array.from({ length: count }, (_, index) => (
      <View key={index} className="fact">
        <Bone className="bone-line bone-name" />
        <Bone className="bone-line bone-value" />
      </View>
    ))}
  </View>
);

/** Chips of usual width: they wrap where the real ones do. */
export const BoneChips = ({ count }: { count: number }) => (
  <View className="chips">
    {Array.from({ length: count }, (_, index) => (
      <Bone key={index} className="bone-chip" />
    ))}
  </View>
);

/** A choice in a form, with its label. */
export const BoneChipsField = ({ count }: { count: number }) => (
  <View className="field">
    <Bone className="bone-line bone-small" />
    <BoneChips count={count} />
  </View>
);

/** A field of a form with its label. */
export const BoneField = () => (
  <View className="field">
    <Bone className="bone-line bone-small" />
    <Bone className="bone-button" />
  </View>
);
