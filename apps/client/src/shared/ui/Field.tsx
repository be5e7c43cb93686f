import { useState } from 'react';
import { Press, Text, TextInput, View } from './primitives';
import type { TextInputProps } from './primitives.types';
import { ui } from './shared.zh';

interface Props extends TextInputProps {
  hint?: string;
  problem?: string | null;
}

export const Field = ({ hint, problem, ...input }: Props) => {
  const [shown, setShown] = useState(false);
  const isPassword = input.kind === 'password';
  return (
    <View className={`field ${problem ? 'field-bad' : ''}`}>
      <Text className="field-label">{input.label}</Text>
      <View className="field-line">
        <TextInput {...input} kind={isPassword && shown ? 'text' : input.kind} />
        {isPassword && (
          <Press
            className="field-eye"
            label={shown ? ui.hidePassword : ui.showPassword}
            onPress={() => setShown(!shown)}
          >
            {shown ? ui.hidePassword.slice(0, 2) : ui.showPassword.slice(0, 2)}
          </Press>
        )}
      </View>
      {(problem || hint) && (
        <View className="field-note" role={problem ? 'alert' : undefined}>
          {problem ?? hint}
        </View>
      )}
    </View>
  );
};
