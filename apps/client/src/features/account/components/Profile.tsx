import type { ProfileView } from '@wuhao/contracts';
import { useState } from 'react';
import { Button } from '../../../shared/ui/Button';
import { Chips } from '../../../shared/ui/Chips';
import { Field } from '../../../shared/ui/Field';
import { SchoolYearChips } from '../../../shared/ui/SchoolYearChips';
import { Bone, Loaded, Problem } from '../../../shared/ui/states';
import { account } from '../account.zh';
import { useProfile, useUpdateProfile } from '../queries';
import { Text, View } from '../../../shared/ui/primitives';

const MINUTES = ['10', '15', '20', '30'] as const;

const Form = ({ of }: { of: ProfileView }) => {
  const [nickname, setNickname] = useState(of.nickname);
  const [schoolYear, setSchoolYear] = useState(of.schoolYear);
  const [reviewMinutes, setReviewMinutes] = useState(String(of.reviewMinutes));
  const update = useUpdateProfile();
  const isStudent = of.role === 'student';
  const save = () =>
    update.run({
      nickname: nickname.trim() || undefined,
      ...(isStudent && { schoolYear, reviewMinutes: Number(reviewMinutes) }),
    });
  const minutes = [...new Set([...MINUTES, String(of.reviewMinutes)])].sort((a, b) => Number(a) - Number(b));
  return (
    <>
      <Field
        label={account.nickname}
        value={nickname}
        onInput={setNickname}
        maxLength={20}
        autoComplete="nickname"
      />
      {isStudent && (
        <>
          <View className="field">
            <Text className="field-label">{account.schoolYear}</Text>
            <SchoolYearChips label={account.schoolYear} value={schoolYear} onChange={setSchoolYear} />
          </View>
          <View className="field">
            <Text className="field-label">{account.reviewMinutes}</Text>
            <Chips
              label={account.reviewMinutes}
              value={reviewMinutes}
              onChange={setReviewMinutes}
              options={minutes.map((value) => ({ value, text: account.minutes(Number(value)) }))}
            />
          </View>
        </>
      )}
      <Problem error={update.error} />
      <Button busy={update.isBusy} onPress={save}>
        {account.save}
      </Button>
      {update.isSuccess && (
        <View className="hint me-saved" role="status">
          {account.saved}
        </View>
      )}
    </>
  );
};

export const Profile = () => {
  const query = useProfile();
  return (
    <Loaded
      of={query}
      skeleton={
        <>
          <Bone className="bone-row" />
          <Bone className="bone-card" />
          <Bone className="bone-row" />
        </>
      }
    >
      {(profile) => <Form of={profile} />}
    </Loaded>
  );
};
