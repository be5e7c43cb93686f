import { useState } from 'react';
import { useAction } from '../../../shared/http/use-action';
import { replace, routes } from '../../../shared/routes';
import { useSession } from '../../../shared/session/session';
import { Button } from '../../../shared/ui/Button';
import { Field } from '../../../shared/ui/Field';
import { Problem } from '../../../shared/ui/states';
import { logIn } from '../api';
import { auth } from '../auth.zh';
import { looksLikePhone } from '../check';
import '../auth.scss';
import { useLeaveWhenSignedIn } from '../use-leave-when-signed-in';
import { Welcome } from './Welcome';
import { View } from '../../../shared/ui/primitives';

export const LoginForm = () => {
  const [phone, setPhone] = useState('');
  const [password, setPassword] = useState('');
  const [checked, setChecked] = useState(false);
  const state = useSession();
  const login = useAction({ mutationFn: logIn });

  useLeaveWhenSignedIn();

  const submit = () => {
    setChecked(true);
    if (looksLikePhone(phone) && password) login.run({ phone, password });
  };
  return (
    <View className="auth-form">
      <Welcome />
      {state.status === 'out' && state.expired && <View className="notice">{auth.expired}</View>}
      <Field
        label={auth.phone}
        kind="phone"
        autoComplete="tel"
        value={phone}
        onInput={setPhone}
        onConfirm={submit}
        problem={checked && !looksLikePhone(phone) ? auth.phoneProblem : null}
      />
      <Field
        label={auth.password}
        kind="password"
        autoComplete="current-password"
        value={password}
        onInput={setPassword}
        onConfirm={submit}
        problem={checked && !password ? auth.passwordMissing : null}
      />
      <Problem error={login.error} />
      <Button busy={login.isBusy} onPress={submit}>
        {auth.login}
      </Button>
      <Button kind="text" onPress={() => replace(routes.register())}>
        {auth.toRegister}
      </Button>
    </View>
  );
};
