import { Press, View } from '../../../shared/ui/primitives';
import { homework } from '../homework.zh';

type Symbol = keyof typeof homework.symbols;

interface Props {
  label: string;
  symbols: readonly Symbol[];
  onKey: (symbol: Symbol) => void;
}

/** What arithmetic needs and a phone's keyboard hides. */
export const ANSWER_SYMBOLS = ['……', '<', '>', '=', '/', '.'] as const;
export const QUESTION_SYMBOLS = ['×', '÷', '( )', '○', '=', '/'] as const;

export const SymbolKeys = ({ label, symbols, onKey }: Props) => (
  <View className="redo-keys" role="group" aria-label={label}>
    {symbols.map((symbol) => (
      <Press key={symbol} className="redo-key" label={homework.symbols[symbol]} onPress={() => onKey(symbol)}>
        {symbol}
      </Press>
    ))}
  </View>
);
