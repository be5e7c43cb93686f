import { useState } from 'react';
import { ApiError } from '../../../shared/http/api-error';
import { useAction } from '../../../shared/http/use-action';
import { routes } from '../../../shared/routes';
import { ChipsField } from '../../../shared/ui/ChipsField';
import { Field } from '../../../shared/ui/Field';
import { View } from '../../../shared/ui/primitives';
import { SchoolYearField } from '../../../shared/ui/SchoolYearField';
import { Problem } from '../../../shared/ui/states';
import { register } from '../api';
import { auth } from '../auth.zh';
import { isPasswordLength, looksLikePhone } from '../check';
import { AuthForm, PhoneField } from './AuthForm';

const ROLES = (['student', 'guardian'] as const).map((value) => ({ value, text: auth.roles[value] }));

export const RegisterForm = () => {
  const [role, setRole] = useState<'student' | 'guardian'>('student');
  const [phone, setPhone] = useState('');
  const [password, setPassword] = useState('');
  const [nickname, setNickname] = useState('');
  const [schoolYear, setSchoolYear] = useState<number | null>(null);
  const [checked, setChecked] = useState(false);
  const registration = useAction({ mutationFn: register });

  const submit = () => {
    setChecked(true);
    if (!looksLikePhone(phone) || !isPasswordLength(password)) return;
    registration.run({
      phone,
      password,
      role,
      nickname: nickname.trim() || undefined,
      schoolYear: (role === 'student' && schoolYear) || undefined,
    });
  };
  const isKnownPhone = registration.error instanceof ApiError && registration.error.code === 'CONFLICT';
  const problem = isKnownPhone ? (
    <View className="notice" role="alert">
      {auth.knownPhone}
    </View>
  ) : (
    <Problem error={registration.error} />
  );
  return (
    <AuthForm
      problem={problem}
      send={auth.register}
      busy={registration.isBusy}
      onSend={submit}
      other={{ text: auth.toLogin, url: routes.login() }}
    >
      <ChipsField label={auth.role} options={ROLES} value={role} onChange={setRole} />
      <PhoneField value={phone} onInput={setPhone} onConfirm={submit} checked={checked} />
      <Field
        label={auth.password}
        kind="password"
        autoComplete="new-password"
        value={password}
        onInput={setPassword}
        hint={auth.passwordHint}
        problem={checked && !isPasswordLength(password) ? auth.passwordProblem : null}
      />
      <Field
        label={auth.nickname}
        value={nickname}
        onInput={setNickname}
        maxLength={20}
        autoComplete="nickname"
        hint={auth.nicknameHint}
      />
      {role === 'student' && (
        <SchoolYearField label={auth.schoolYear} value={schoolYear} onChange={setSchoolYear} />
      )}
    </AuthForm>
  );
};
