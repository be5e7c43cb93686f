import type { ProfileUpdate, ProfileView } from '@wuhao/contracts';
import { useState } from 'react';
import { numbers } from '../../../shared/format/numbers.zh';
import { SCHOOL_YEARS } from '../../../shared/school-years.zh';
import { useAccount } from '../../../shared/session/use-session';
import { Button } from '../../../shared/ui/Button';
import { ChipsField } from '../../../shared/ui/ChipsField';
import { Field } from '../../../shared/ui/Field';
import { SchoolYearField } from '../../../shared/ui/SchoolYearField';
import { Bone, BoneChipsField, BoneField } from '../../../shared/ui/bones';
import { Loaded, Problem } from '../../../shared/ui/states';
import { account } from '../account.zh';
import { toast } from '../../../shared/ui/toast';
import { useProfile, useUpdateProfile } from '../queries';

const MINUTES = ['10', '15', '20', '30'] as const;

/** Only what was changed here is sent: the rest may have been changed elsewhere since the device read it. */
const Form = ({ of }: { of: ProfileView }) => {
  const [changed, setChanged] = useState<ProfileUpdate>({});
  const change = (what: ProfileUpdate) => setChanged((before) => ({ ...before, ...what }));
  const { nickname, schoolYear, reviewMinutes } = { ...of, ...changed };
  const update = useUpdateProfile(() => toast(account.saved));
  const isStudent = of.role === 'student';
  const save = () => update.run({ ...changed, nickname: changed.nickname?.trim() || undefined });
  const minutes = [...new Set([...MINUTES, String(of.reviewMinutes)])].sort((a, b) => Number(a) - Number(b));
  return (
    <>
      <Field
        label={account.nickname}
        value={nickname}
        onInput={(typed) => change({ nickname: typed })}
        maxLength={20}
        autoComplete="nickname"
      />
      {isStudent && (
        <>
          <SchoolYearField
            label={account.schoolYear}
            value={schoolYear}
            onChange={(chosen) => change({ schoolYear: chosen })}
          />
          <ChipsField
            label={account.reviewMinutes}
            value={String(reviewMinutes)}
            onChange={(chosen) => change({ reviewMinutes: Number(chosen) })}
            options={minutes.map((value) => ({ value, text: numbers.minutes(Number(value)) }))}
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

const Bones = () => (
  <>
    <BoneField />
    {useAccount()?.role !== 'guardian' && (
      <>
        <BoneChipsField count={SCHOOL_YEARS.length} />
        <BoneChipsField count={MINUTES.length} />
      </>
    )}
    <Bone className="bone-button" />
  </>
);

export const Profile = () => {
  const query = useProfile();
  return (
    <Loaded of={query} skeleton={<Bones />}>
      {(profile) => <Form of={profile} />}
    </Loaded>
  );
};
