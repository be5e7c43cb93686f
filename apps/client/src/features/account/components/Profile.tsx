import type { ProfileView } from '@wuhao/contracts';
import { useState } from 'react';
import { Button } from '../../../shared/ui/Button';
import { ChipsField } from '../../../shared/ui/ChipsField';
import { Field } from '../../../shared/ui/Field';
import { SchoolYearField } from '../../../shared/ui/SchoolYearField';
import { Bone, BoneField } from '../../../shared/ui/bones';
import { Loaded, Problem } from '../../../shared/ui/states';
import { account } from '../account.zh';
import { toast } from '../../../shared/ui/toast';
import { useProfile, useUpdateProfile } from '../queries';

const MINUTES = ['10', '15', '20', '30'] as const;

const Form = ({ of }: { of: ProfileView }) => {
  const [nickname, setNickname] = useState(of.nickname);
  const [schoolYear, setSchoolYear] = useState(of.schoolYear);
  const [reviewMinutes, setReviewMinutes] = useState(String(of.reviewMinutes));
  const update = useUpdateProfile(() => toast(account.saved));
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
          <SchoolYearField label={account.schoolYear} value={schoolYear} onChange={setSchoolYear} />
          <ChipsField
            label={account.reviewMinutes}
            value={reviewMinutes}
            onChange={setReviewMinutes}
            options={minutes.map((value) => ({ value, text: account.minutes(Number(value)) }))}
          />
        </>
      )}
      <Problem error={update.error} />
      <Button busy={update.isBusy} onPress={save}>
        {account.save}
      </Button>
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
          <BoneField />
          <BoneField />
          <BoneField />
          <Bone className="bone-button" />
        </>
      }
    >
      {(profile) => <Form of={profile} />}
    </Loaded>
  );
};
