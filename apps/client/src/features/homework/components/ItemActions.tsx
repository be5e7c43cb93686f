import type { ItemPatch, ItemView } from '@wuhao/contracts';
import { useState } from 'react';
import { Button } from '../../../shared/ui/Button';
import { Field } from '../../../shared/ui/Field';
import { View } from '../../../shared/ui/primitives';
import { Problem } from '../../../shared/ui/states';
import { homework } from '../homework.zh';
import { useLook } from '../queries';
import { RedoForm } from './RedoForm';
import { ANSWER_SYMBOLS, QUESTION_SYMBOLS, SymbolKeys } from './SymbolKeys';

interface Props {
  homeworkId: string;
  item: ItemView;
  studentId?: string;
}

const EditForm = ({
  item,
  busy,
  onSend,
}: {
  item: ItemView;
  busy: boolean;
  onSend: (patch: ItemPatch) => void;
}) => {
  const [question, setQuestion] = useState(item.question);
  const [answer, setAnswer] = useState(item.studentAnswer ?? '');
  const isComplete = question.trim() !== '' && answer.trim() !== '';
  const send = () => {
    if (isComplete) onSend({ action: 'edit', question: question.trim(), studentAnswer: answer.trim() });
  };
  return (
    <>
      <Field
        label={homework.editQuestion}
        value={question}
        onInput={setQuestion}
        maxLength={60}
        autoComplete="off"
      />
      <SymbolKeys
        label={homework.questionKeys}
        symbols={QUESTION_SYMBOLS}
        onKey={(symbol) => setQuestion(question + symbol)}
      />
      <Field
        label={homework.editAnswer}
        value={answer}
        onInput={setAnswer}
        onConfirm={send}
        maxLength={60}
        autoComplete="off"
      />
      <SymbolKeys
        label={homework.answerKeys}
        symbols={ANSWER_SYMBOLS}
        onKey={(symbol) => setAnswer(answer + symbol)}
      />
      <Button busy={busy} disabled={!isComplete} onPress={send}>
        {homework.editSend}
      </Button>
    </>
  );
};

/** It is not judged: somebody looks, and says that it was read right, or what stands there. */
export const UnsureItem = ({ homeworkId, item, studentId }: Props) => {
  const canConfirm = item.verdict !== 'unanswered' && item.studentAnswer !== null;
  const [isEditing, setEditing] = useState(item.verdict !== 'unanswered' && !canConfirm);
  const look = useLook(homeworkId, item, studentId);
  if (look.waiting)
    return (
      <View className="redo-outcome" role="status">
        {homework.lookWaiting}
      </View>
    );
  return (
    <View className="redo">
      {isEditing ? (
        <EditForm item={item} busy={look.isBusy} onSend={look.run} />
      ) : (
        <>
          {canConfirm && (
            <Button busy={look.isBusy} onPress={() => look.run({ action: 'confirm' })}>
              {homework.confirm}
            </Button>
          )}
          <Button kind="text" onPress={() => setEditing(true)}>
            {canConfirm ? homework.editReading : homework.addAnswer}
          </Button>
        </>
      )}
      {look.verdict === 'unreadable' && !look.isBusy && (
        <View className="redo-outcome redo-outcome-unreadable" role="status">
          {homework.lookUnreadable}
        </View>
      )}
      <Problem error={look.error} />
    </View>
  );
};

/** The child tries again, which a guardian does not do for it; or somebody says that it is right (申诉). */
export const WrongItem = ({ homeworkId, item, studentId }: Props) => {
  const look = useLook(homeworkId, item, studentId);
  if (look.waiting)
    return (
      <View className="redo-outcome" role="status">
        {homework.appealWaiting}
      </View>
    );
  return (
    <>
      {!studentId && <RedoForm homeworkId={homeworkId} item={item} />}
      <Button kind="text" busy={look.isBusy} onPress={() => look.run({ action: 'appeal' })}>
        {homework.appeal}
      </Button>
      <Problem error={look.error} />
    </>
  );
};
