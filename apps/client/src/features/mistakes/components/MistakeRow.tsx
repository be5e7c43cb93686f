import type { MistakeView } from '@wuhao/contracts';
import { dueDay } from '../../../shared/format/dates.zh';
import { inOneLine } from '../../../shared/format/numbers.zh';
import { open, routes } from '../../../shared/routes';
import { Facts } from '../../../shared/ui/Facts';
import { Photo, Press, View } from '../../../shared/ui/primitives';
import { SubjectSign } from '../../../shared/ui/SubjectSign';
import { masteryWords, mistakes } from '../mistakes.zh';

export const MistakeRow = ({ of, studentId }: { of: MistakeView; studentId?: string }) => (
  <Press className="row mistake-row" onPress={() => open(routes.mistake({ id: of.id, studentId }))}>
    {of.question === null && of.picture ? (
      <Photo className="thumb" src={of.picture.thumbnailUrl} label="" lazy />
    ) : (
      <SubjectSign subject={of.subject} />
    )}
    <View className="row-words">
      <View className="mistake-question figures">{of.question ?? mistakes.photoOnly}</View>
      <View className="row-text">
        <Facts of={inOneLine(masteryWords(of.mastery), mistakes.dueOn(dueDay(of.dueAt, new Date())))} />
      </View>
    </View>
  </Press>
);
