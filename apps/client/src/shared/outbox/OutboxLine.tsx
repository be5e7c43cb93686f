import { useEffect, useState } from 'react';
import { ApiError } from '../http/api-error';
import { sentenceOf } from '../http/error-sentences.zh';
import { Button } from '../ui/Button';
import { Confirm } from '../ui/Confirm';
import { Icon, type IconName } from '../ui/Icon';
import { Press, View } from '../ui/primitives';
import { Sheet } from '../ui/Sheet';
import type { Entry } from './entry';
import { outbox, useOutbox } from './outbox';
import { outboxWords } from './outbox.zh';

const describe = (entry: Entry): string => outbox.describe(entry) ?? outboxWords.unknown;

interface EntryProps {
  entry: Entry;
  onDrop: (entry: Entry) => void;
}

interface LineProps {
  icon: IconName;
  words: string;
  className?: string;
  onPress: () => void;
}

export const Line = ({ icon, words, className = '', onPress }: LineProps) => (
  <View role="status">
    <Press className={`outbox-line figures ${className}`} label={words} onPress={onPress}>
      <Icon name={icon} size="s" />
      <View className="outbox-words">{words}</View>
      <Icon name="chevron" size="s" />
    </Press>
  </View>
);

const DropButton = ({ entry, onDrop }: EntryProps) =>
  outbox.canBeDropped(entry) && (
    <Button kind="text" label={outboxWords.dropThis(describe(entry))} onPress={() => onDrop(entry)}>
      {outboxWords.drop}
    </Button>
  );

export const Refused = ({ entry, onDrop }: EntryProps) => {
  const { code, requestId } = entry.refused ?? { code: 'INTERNAL' as const };
  return (
    <View className="outbox-entry">
      <View>{describe(entry)}</View>
      <View className="hint">{sentenceOf(new ApiError(code, code))}</View>
      {requestId && <View className="hint-s">{outboxWords.requestId(requestId)}</View>}
      <View className="outbox-choices">
        <Button kind="quiet" onPress={() => void outbox.sendAgain(entry.id)}>
          {outboxWords.sendAgain}
        </Button>
        <DropButton entry={entry} onDrop={onDrop} />
      </View>
    </View>
  );
};

type WaitingProps = Pick<EntryProps, 'onDrop'> & { entries: Entry[]; isKept: boolean };

export const Waiting = ({ entries, isKept, onDrop }: WaitingProps) => (
  <View className="stack-s">
    <View className="hint">{isKept ? outboxWords.waitingText : outboxWords.unkeptText}</View>
    <View className="stack-s outbox-entries">
      {entries.map((entry) => (
        <View key={entry.id} className="outbox-entry outbox-waiting">
          <View className="outbox-words">{describe(entry)}</View>
          <DropButton entry={entry} onDrop={onDrop} />
        </View>
      ))}
    </View>
    <Button kind="quiet" onPress={() => void outbox.sendNow()}>
      {outboxWords.sendNow}
    </Button>
  </View>
);

/**
 * What could not be handed in yet, in one quiet line; nothing while all is well. A write that is merely on its way
 * is not worth a word.
 */
export const OutboxLine = () => {
  const { waiting, refused, problem, isKept } = useOutbox();
  const [open, setOpen] = useState<'waiting' | 'refused' | null>(null);
  const [droppingId, setDroppingId] = useState<string | null>(null);
  const isHeldUp = waiting.length > 0 && problem !== null;
  const close = () => setOpen(null);
  const isEmpty = (open === 'waiting' && !isHeldUp) || (open === 'refused' && refused.length === 0);
  useEffect(() => {
    if (isEmpty) setOpen(null); // or it would come up by itself when the next write has to wait
  }, [isEmpty]);
  /** Not when it was handed in while the person was asked. */
  const dropping = [...waiting, ...refused].find(({ id }) => id === droppingId);
  const ask = ({ id }: Entry) => setDroppingId(id);
  const drop = () => {
    setDroppingId(null); // what takes it back has its id
    if (dropping) outbox.takeBack(dropping.id);
  };
  return (
    <>
      {isHeldUp && (
        <Line icon="clock" words={outboxWords.waiting(waiting.length)} onPress={() => setOpen('waiting')} />
      )}
      {refused.length > 0 && (
        <Line
          icon="paper"
          className="outbox-line-refused"
          words={outboxWords.refused(refused.length)}
          onPress={() => setOpen('refused')}
        />
      )}
      {dropping && (
        <Confirm
          title={outboxWords.dropTitle}
          text={outboxWords.dropText(describe(dropping))}
          yes={outboxWords.dropYes}
          onYes={drop}
          onClose={() => setDroppingId(null)}
        />
      )}
      {!dropping && open === 'waiting' && isHeldUp && (
        <Sheet title={outboxWords.waitingTitle} onClose={close}>
          <Waiting entries={waiting} isKept={isKept} onDrop={ask} />
        </Sheet>
      )}
      {!dropping && open === 'refused' && refused.length > 0 && (
        <Sheet title={outboxWords.refusedTitle} onClose={close}>
          <View className="stack-s">
            {refused.map((entry) => (
              <Refused key={entry.id} entry={entry} onDrop={ask} />
            ))}
          </View>
        </Sheet>
      )}
    </>
  );
};
