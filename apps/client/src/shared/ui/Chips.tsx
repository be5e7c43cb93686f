import { Press, View } from './primitives';

export interface ChipsProps<Value extends string> {
  label: string;
  options: readonly { value: Value; text: string }[];
  value: Value;
  onChange: (value: Value) => void;
}

/** One of a few, all in sight. */
export const Chips = <Value extends string>({ label, options, value, onChange }: ChipsProps<Value>) => (
  <View className="chips" role="group" aria-label={label}>
    {options.map((option) => (
      <Press
        key={option.value}
        className={`chip ${option.value === value ? 'is-current' : ''}`}
        selected={option.value === value}
        onPress={() => onChange(option.value)}
      >
        {option.text}
      </Press>
    ))}
  </View>
);
