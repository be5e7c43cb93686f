import type { MistakeView } from '@wuhao/contracts';
import { useState, type ReactNode } from 'react';
import { dueDay } from '../../../shared/format/dates.zh';
import { numbers } from '../../../shared/format/numbers.zh';
import { back, open, routes } from '../../../shared/routes';
import { useIdParam, useStudent } from '../../../shared/session/student';
import { subjectNames } from '../../../shared/subjects.zh';
import { Button } from '../../../shared/ui/Button';
import { Confirm } from '../../../shared/ui/Confirm';
import { Crop } from '../../../shared/ui/Crop';
import { Row } from '../../../shared/ui/Row';
import { Bone, BoneFacts } from '../../../shared/ui/bones';
import { Loaded } from '../../../shared/ui/states';
import { Tag } from '../../../shared/ui/Tag';
import { toast } from '../../../shared/ui/toast';
import { causeNames, masteryWords, mistakes } from '../mistakes.zh';
import '../mistakes.scss';
import { useMistake, useRemoveMistake } from '../queries';
import { View } from '../../../shared/ui/primitives';

const Fact = ({ name, children }: { name: string; children: ReactNode }) => (
  <View className="fact">
    <View className="fact-name">{name}</View>
    <View className="fact-value figures">{children}</View>
  </View>
);

const Remove = ({ id }: { id: string }) => {
  const [asking, setAsking] = useState(false);
  const removal = useRemoveMistake(id, { onRemoved: () => toast(mistakes.removed), leadOn: back });
  return (
    <>
      <Button kind="text" icon="trash" onPress={() => setAsking(true)}>
        {mistakes.remove}
      </Button>
      {asking && (
        <Confirm
          title={mistakes.removeTitle}
          text={mistakes.removeText}
          yes={mistakes.removeYes}
          busy={removal.isBusy}
          error={removal.error}
          onYes={() => removal.run()}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  );
};

const Detail = ({ of, studentId }: { of: MistakeView; studentId?: string }) => {
  const homework =
    of.homeworkId && routes.result({ id: of.homeworkId, itemId: of.itemId ?? undefined, studentId });
  return (
    <View className="stack">
      {of.picture && <Crop picture={of.picture} box={of.box} label={of.question ?? mistakes.photoOnly} />}
      {of.question && <View className="mistake-text figures">{of.question}</View>}
      <View className="card card-rows">
        {of.studentAnswer && <Fact name={mistakes.myAnswer}>{of.studentAnswer}</Fact>}
        <Fact name={mistakes.expected}>
          {of.expected ?? (of.itemId ? mistakes.expectedHeld : mistakes.expectedUnknown)}
        </Fact>
        {of.cause && <Fact name={mistakes.cause}>{causeNames[of.cause]}</Fact>}
        {of.knowledgePoints.length > 0 && (
          <Fact name={mistakes.points}>
            <View className="tags">
              {of.knowledgePoints.map((point) => (
                <Tag key={point}>{point}</Tag>
              ))}
            </View>
          </Fact>
        )}
        <Fact name={mistakes.subject}>{subjectNames[of.subject]}</Fact>
      </View>
      <View className="card card-rows">
        <Fact name={mistakes.next}>{dueDay(of.dueAt, new Date())}</Fact>
        <Fact name={mistakes.reviews}>{numbers.times(of.reviews)}</Fact>
        <Fact name={mistakes.mastery}>{masteryWords(of.mastery)}</Fact>
      </View>
      {homework && (
        <View className="card card-rows">
          <Row
            icon="paper"
            title={of.expected === null && !studentId ? mistakes.toRedo : mistakes.openHomework}
            onPress={() => open(homework)}
          />
        </View>
      )}
      {!studentId && <Remove id={of.id} />}
    </View>
  );
};

export const MistakeDetail = () => {
  const of = useStudent();
  const query = useMistake(useIdParam(), of);
  return (
    <Loaded
      of={query}
      skeleton={
        <View className="stack">
          <Bone className="bone-crop" />
          <Bone className="bone-title" />
          <BoneFacts count={5} />
          <BoneFacts count={3} />
        </View>
      }
    >
      {(view) => <Detail of={view} studentId={of.studentId} />}
    </Loaded>
  );
};
