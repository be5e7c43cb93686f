import { Chips, type ChipsProps } from './Chips';
import { Text, View } from './primitives';

/** Chips in a form, with their question above them. */
export const ChipsField = <Value extends string>(props: ChipsProps<Value>) => (
  <View className="field">
    <Text className="field-label">{props.label}</Text>
    <Chips {...props} />
  </View>
);
