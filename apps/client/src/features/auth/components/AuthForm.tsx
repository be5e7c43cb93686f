import type { ReactNode } from 'react';
import { replace } from '../../../shared/routes';
import { Button } from '../../../shared/ui/Button';
import { Field } from '../../../shared/ui/Field';
import { View } from '../../../shared/ui/primitives';
import { auth } from '../auth.zh';
import '../auth.scss';
import { looksLikePhone } from '../check';
import { useLeaveWhenSignedIn } from '../use-leave-when-signed-in';

interface PhoneProps {
  value: string;
  onInput: (phone: string) => void;
  onConfirm: () => void;
  /** Somebody tried to send the form: now it says what is missing. */
  checked: boolean;
}

export const PhoneField = ({ value, onInput, onConfirm, checked }: PhoneProps) => (
  <Field
    label={auth.phone}
    kind="phone"
    autoComplete="tel"
    value={value}
    onInput={onInput}
    onConfirm={onConfirm}
    problem={checked && !looksLikePhone(value) ? auth.phoneProblem : null}
  />
);

interface FormProps {
  children: ReactNode;
  problem: ReactNode;
  send: string;
  busy: boolean;
  onSend: () => void;
  other: { text: string; url: string };
}

/** Log-in and registration: fields, one button, the way to the other page. Leaves when somebody is signed in. */
export const AuthForm = ({ children, problem, send, busy, onSend, other }: FormProps) => {
  useLeaveWhenSignedIn();
  return (
    <View className="auth-form">
      {children}
      {problem}
      <Button busy={busy} onPress={onSend}>
        {send}
      </Button>
      <Button kind="text" onPress={() => replace(other.url)}>
        {other.text}
      </Button>
    </View>
  );
};
