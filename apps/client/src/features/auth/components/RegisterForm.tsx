import { useState } from 'react';
import { ApiError } from '../../../shared/http/api-error';
import { useAction } from '../../../shared/http/use-action';
import { replace, routes } from '../../../shared/routes';
import { Button } from '../../../shared/ui/Button';
import { Chips } from '../../../shared/ui/Chips';
import { Field } from '../../../shared/ui/Field';
import { SchoolYearChips } from '../../../shared/ui/SchoolYearChips';
import { Problem } from '../../../shared/ui/states';
import { register } from '../api';
import { auth } from '../auth.zh';
import { isPasswordLength, looksLikePhone } from '../check';
import '../auth.scss';
import { useLeaveWhenSignedIn } from '../use-leave-when-signed-in';
import { Text, View } from '../../../shared/ui/primitives';

const ROLES = (['student', 'guardian'] as const).map((value) => ({ value, text: auth.roles[value] }));

export const RegisterForm = () => {
  const [role, setRole] = useState<'student' | 'guardian'>('student');
  const [phone, setPhone] = useState('');
  const [password, setPassword] = useState('');
  const [nickname, setNickname] = useState('');
  const [schoolYear, setSchoolYear] = useState<number | null>(null);
  const [checked, setChecked] = useState(false);
  const registration = useAction({ mutationFn: register });

  useLeaveWhenSignedIn();

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
  return (
    <View className="auth-form">
      <View className="field">
        <Text className="field-label">{auth.role}</Text>
        <Chips label={auth.role} options={ROLES} value={role} onChange={setRole} />
      </View>
      <Field
        label={auth.phone}
        kind="phone"
        autoComplete="tel"
        value={phone}
        onInput={setPhone}
        problem={checked && !looksLikePhone(phone) ? auth.phoneProblem : null}
      />
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
        <View className="field">
          <Text className="field-label">{auth.schoolYear}</Text>
          <SchoolYearChips label={auth.schoolYear} value={schoolYear} onChange={setSchoolYear} />
        </View>
      )}
      {isKnownPhone ? (
        <View className="notice" role="alert">
          {auth.knownPhone}
        </View>
      ) : (
        <Problem error={registration.error} />
      )}
      <Button busy={registration.isBusy} onPress={submit}>
        {auth.register}
      </Button>
      <Button kind="text" onPress={() => replace(routes.login())}>
        {auth.toLogin}
      </Button>
    </View>
  );
};
