import { Press, View } from '../../../shared/ui/primitives';

interface Props {
  label: string;
  symbols: readonly string[];
  onKey: (symbol: string) => void;
}

/** What arithmetic needs and a phone's keyboard hides. */
export const ANSWER_SYMBOLS = ['……', '<', '>', '=', '/', '.'] as const;
export const QUESTION_SYMBOLS = ['×', '÷', '( )', '○', '=', '/'] as const;

export const SymbolKeys = ({ label, symbols, onKey }: Props) => (
  <View className="redo-keys" role="group" aria-label={label}>
    {symbols.map((symbol) => (
      <Press key={symbol} className="redo-key" onPress={() => onKey(symbol)}>
        {symbol}
      </Press>
    ))}
  </View>
);
