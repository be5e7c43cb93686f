import type { ItemView } from '@wuhao/contracts';
import { useState } from 'react';
import { useTyped } from '../../../shared/session/use-typed';
import { Button } from '../../../shared/ui/Button';
import { Heading, TextInput, View } from '../../../shared/ui/primitives';
import { Problem } from '../../../shared/ui/states';
import { homework } from '../homework.zh';
import { useRedo } from '../queries';
import { Said } from './Said';
import { ANSWER_SYMBOLS, SymbolKeys } from './SymbolKeys';

const OUTCOMES = {
  correct: homework.redoCorrect,
  wrong: homework.redoWrong,
  unreadable: homework.redoUnreadable,
} as const;

/** 订正: the child answers again; what is right is only told after that. */
export const RedoForm = ({ homeworkId, item }: { homeworkId: string; item: ItemView }) => {
  const [answer, setAnswer] = useTyped(`redo.${item.id}`, '');
  const [shown, setShown] = useState(false);
  const redo = useRedo(homeworkId, item);
  const send = () => {
    if (answer.trim()) redo.run(answer.trim());
  };
  const verdict = (!redo.isBusy && redo.verdict) || null;
  const { corrected, tries } = item.correction;
  return (
    <View className="redo">
      {!corrected && !redo.isWaiting && (
        <>
          <Heading level={3} className="redo-title">
            {homework.redo}
          </Heading>
          <View className="redo-line">
            <TextInput
              className="redo-input figures"
              label={homework.redoField}
              value={answer}
              onInput={setAnswer}
              onConfirm={send}
              maxLength={60}
              autoComplete="off"
            />
            <View className="redo-send">
              <Button busy={redo.isBusy} disabled={!answer.trim()} onPress={send}>
                {homework.redoSend}
              </Button>
            </View>
          </View>
          <SymbolKeys
            label={homework.redoKeys}
            symbols={ANSWER_SYMBOLS}
            onKey={(symbol) => setAnswer(answer + symbol)}
          />
        </>
      )}
      {redo.isWaiting ? (
        <Said words={homework.redoWaiting} />
      ) : (
        <Said words={verdict && OUTCOMES[verdict]} as={verdict ?? ''} />
      )}
      <Problem error={redo.error} />
      {tries > 0 && item.expected !== null && (corrected || shown) && (
        <View className="item-fact">
          <View className="hint">{homework.expected}</View>
          <View className="item-answer figures">{item.expected}</View>
        </View>
      )}
      {tries > 0 && item.expected !== null && !corrected && !shown && (
        <Button kind="text" onPress={() => setShown(true)}>
          {homework.showExpected}
        </Button>
      )}
    </View>
  );
};
