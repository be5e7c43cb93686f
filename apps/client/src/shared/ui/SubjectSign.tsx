import type { Subject } from '@wuhao/contracts/enums';
import { subjectSigns } from '../subjects.zh';
import { View } from './primitives';

/** Decoration: the words beside it name the subject. */
export const SubjectSign = ({ subject }: { subject: Subject }) => (
  <View className="sign" aria-hidden>
    {subjectSigns[subject]}
  </View>
);
