import { useState } from 'react';
import { useAction } from '../../../shared/http/use-action';
import { routes } from '../../../shared/routes';
import { useSession } from '../../../shared/session/use-session';
import { Field } from '../../../shared/ui/Field';
import { View } from '../../../shared/ui/primitives';
import { Problem } from '../../../shared/ui/states';
import { logIn } from '../api';
import { auth } from '../auth.zh';
import { looksLikePhone } from '../check';
import { AuthForm, PhoneField } from './AuthForm';
import { Welcome } from './Welcome';

export const LoginForm = () => {
  const [phone, setPhone] = useState('');
  const [password, setPassword] = useState('');
  const [checked, setChecked] = useState(false);
  const state = useSession();
  const login = useAction({ mutationFn: logIn });

  const submit = () => {
    setChecked(true);
    if (looksLikePhone(phone) && password) login.run({ phone, password });
  };
  return (
    <AuthForm
      problem={<Problem error={login.error} />}
      send={auth.login}
      busy={login.isBusy}
      onSend={submit}
      other={{ text: auth.toRegister, url: routes.register() }}
    >
      <Welcome />
      {state.status === 'out' && state.expired && <View className="notice">{auth.expired}</View>}
      <PhoneField value={phone} onInput={setPhone} onConfirm={submit} checked={checked} />
      <Field
        label={auth.password}
        kind="password"
        autoComplete="current-password"
        value={password}
        onInput={setPassword}
        onConfirm={submit}
        problem={checked && !password ? auth.passwordMissing : null}
      />
    </AuthForm>
  );
};
