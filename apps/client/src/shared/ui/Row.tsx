import type { ReactNode } from 'react';
import { Facts } from './Facts';
import { Icon, type IconName } from './Icon';
import { Press, View } from './primitives';

interface Props {
  title: ReactNode;
  text?: ReactNode;
  /** A picture or sign in front. */
  lead?: ReactNode;
  icon?: IconName;
  value?: ReactNode;
  label?: string;
  onPress?: () => void;
}

/** One line of a list; with `onPress` it leads somewhere and says so by its arrow. */
export const Row = ({ title, text, lead, icon, value, label, onPress }: Props) => {
  const inside = (
    <>
      {lead}
      {icon && <Icon name={icon} className="row-icon" />}
      <View className="row-words">
        <View className="row-first">
          <View className="row-title">{title}</View>
          {value !== undefined && <View className="row-value">{value}</View>}
        </View>
        {text && <View className="row-text">{typeof text === 'string' ? <Facts of={text} /> : text}</View>}
      </View>
      {onPress && <Icon name="chevron" size="s" className="row-arrow" />}
    </>
  );
  if (!onPress) return <View className="row">{inside}</View>;
  return (
    <Press className="row" label={label} onPress={onPress}>
      {inside}
    </Press>
  );
};
