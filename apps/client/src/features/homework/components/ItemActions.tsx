import type { ItemPatch, ItemView } from '@wuhao/contracts';
import { useState, type ComponentProps } from 'react';
import { Button } from '../../../shared/ui/Button';
import { Field } from '../../../shared/ui/Field';
import { View } from '../../../shared/ui/primitives';
import { Problem } from '../../../shared/ui/states';
import { homework } from '../homework.zh';
import { useLook } from '../queries';
import { RedoForm } from './RedoForm';
import { Said } from './Said';
import { ANSWER_SYMBOLS, QUESTION_SYMBOLS, SymbolKeys } from './SymbolKeys';

interface Props {
  homeworkId: string;
  item: ItemView;
  studentId?: string;
}

interface PaperLineProps extends Pick<ComponentProps<typeof SymbolKeys>, 'symbols'> {
  label: string;
  keys: string;
  value: string;
  onInput: (line: string) => void;
  onConfirm?: () => void;
}

/** What stands on the paper, with the signs that a phone's keyboard hides. */
const PaperLine = ({ label, keys, symbols, value, onInput, onConfirm }: PaperLineProps) => (
  <>
    <Field
      label={label}
      value={value}
      onInput={onInput}
      onConfirm={onConfirm}
      maxLength={60}
      autoComplete="off"
    />
    <SymbolKeys label={keys} symbols={symbols} onKey={(symbol) => onInput(value + symbol)} />
  </>
);

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
      <PaperLine
        label={homework.editQuestion}
        keys={homework.questionKeys}
        symbols={QUESTION_SYMBOLS}
        value={question}
        onInput={setQuestion}
      />
      <PaperLine
        label={homework.editAnswer}
        keys={homework.answerKeys}
        symbols={ANSWER_SYMBOLS}
        value={answer}
        onInput={setAnswer}
        onConfirm={send}
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
  const isUnreadable = look.verdict === 'unreadable' && !look.isBusy;
  return (
    <View className="redo">
      {look.isWaiting ? null : isEditing ? (
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
      {look.isWaiting ? (
        <Said words={homework.lookWaiting} />
      ) : (
        <Said words={isUnreadable ? homework.lookUnreadable : null} as="unreadable" />
      )}
      <Problem error={look.error} />
    </View>
  );
};

/** The child tries again, which a guardian does not do for it; or somebody says that it is right (申诉). */
export const WrongItem = ({ homeworkId, item, studentId }: Props) => {
  const look = useLook(homeworkId, item, studentId);
  return (
    <>
      <Said words={look.isWaiting ? homework.appealWaiting : null} />
      {!look.isWaiting && (
        <>
          {!studentId && <RedoForm homeworkId={homeworkId} item={item} />}
          <Button kind="text" busy={look.isBusy} onPress={() => look.run({ action: 'appeal' })}>
            {homework.appeal}
          </Button>
        </>
      )}
      <Problem error={look.error} />
    </>
  );
};
