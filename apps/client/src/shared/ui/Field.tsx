import { useId, useState, type ReactNode } from 'react';
import { Label, Press, TextBox, TextInput, View } from './primitives';
import type { InputWords, TextBoxProps, TextInputProps } from './primitives.types';
import { ui } from './shared.zh';

interface NoteProps {
  hint?: string;
  problem?: string | null;
}

interface LabelledProps extends NoteProps {
  label: string;
  children: (words: InputWords) => ReactNode;
}

/** Its name above and what is to be known of it below, which belong to it for every way of reading. */
const Labelled = ({ label, hint, problem, children }: LabelledProps) => {
  const id = useId();
  const note = problem || hint;
  return (
    <View className={`field ${problem ? 'field-bad' : ''}`}>
      <Label of={id} className="field-label">
        {label}
      </Label>
      {children({ id, describedBy: note ? `${id}-note` : undefined, invalid: Boolean(problem) })}
      {note && (
        <View id={`${id}-note`} className="field-note" role={problem ? 'alert' : undefined}>
          {note}
        </View>
      )}
    </View>
  );
};

export const Field = ({ hint, problem, ...input }: TextInputProps & NoteProps) => {
  const [shown, setShown] = useState(false);
  const isPassword = input.kind === 'password';
  return (
    <Labelled label={input.label} hint={hint} problem={problem}>
      {(words) => (
        <View className="field-line">
          <TextInput {...input} {...words} kind={isPassword && shown ? 'text' : input.kind} />
          {isPassword && (
            <Press
              className="field-eye"
              label={shown ? ui.hidePassword : ui.showPassword}
              onPress={() => setShown(!shown)}
            >
              {shown ? ui.hide : ui.show}
            </Press>
          )}
        </View>
      )}
    </Labelled>
  );
};

/** For more than a line. */
export const BoxField = ({ hint, problem, ...input }: TextBoxProps & NoteProps) => (
  <Labelled label={input.label} hint={hint} problem={problem}>
    {(words) => <TextBox {...words} {...input} />}
  </Labelled>
);
