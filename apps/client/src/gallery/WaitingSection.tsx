import type { Entry } from '../shared/outbox/entry';
import { Line, Refused, Waiting } from '../shared/outbox/OutboxLine';
import { outboxWords } from '../shared/outbox/outbox.zh';
import { LostLine } from '../shared/ui/LostBanner';
import { View } from '../shared/ui/primitives';
import { gallery } from './gallery.zh';
import { Sample } from './Sample';

const nothing = () => undefined;

const entries: Entry[] = [
  { id: 'submission', kind: 'submission', payload: { photos: [{}, {}, {}] } },
  { id: 'redo', kind: 'redo', payload: { answer: '45' } },
  { id: 'unknown', kind: 'of a later version', payload: {} },
];
const refused: Entry[] = [
  { ...entries[0]!, refused: { code: 'QUOTA_EXCEEDED', requestId: '0193a1b2-0000-7000-8000-000000000001' } },
  { ...entries[1]!, refused: { code: 'NOT_FOUND' } },
];

/** What is said while the network is gone, and of writes that it keeps back. */
export const WaitingSection = () => (
  <>
    <Sample name={gallery.lost}>
      <LostLine hasRead={false} />
    </Sample>
    <Sample name={gallery.lostRead}>
      <LostLine hasRead />
    </Sample>
    <Sample name={gallery.outboxLines}>
      <Line icon="clock" words={outboxWords.waiting(3)} onPress={nothing} />
      <Line icon="paper" className="outbox-line-refused" words={outboxWords.refused(2)} onPress={nothing} />
    </Sample>
    <Sample name={gallery.outboxWaiting}>
      <Waiting entries={entries} isKept onDrop={nothing} />
    </Sample>
    <Sample name={gallery.outboxUnkept}>
      <Waiting entries={entries.slice(0, 1)} isKept={false} onDrop={nothing} />
    </Sample>
    <Sample name={gallery.outboxRefused}>
      <View className="stack-s">
        {refused.map((entry) => (
          <Refused key={entry.id} entry={entry} onDrop={nothing} />
        ))}
      </View>
    </Sample>
  </>
);
