import type { HomeworkView } from '@wuhao/contracts';
import { useState } from 'react';
import { Button } from '../../../shared/ui/Button';
import { Chips } from '../../../shared/ui/Chips';
import { Heading, Press, View } from '../../../shared/ui/primitives';
import { ScrollPane } from '../../../shared/ui/ScrollPane';
import { homework, verdictWords } from '../homework.zh';
import { isSettled, type NumberedItem } from '../numbered';
import { VerdictSign } from './VerdictSign';

interface Props {
  of: HomeworkView;
  items: NumberedItem[];
  onSelect: (itemId: string) => void;
}

/** Nine pages may hold hundreds of items; a mini-program grows slow with every row. */
const ROWS_AT_A_TIME = 40;

const ItemRow = ({ item, onSelect }: NumberedItem & { onSelect: (itemId: string) => void }) => (
  <Press className="item-row" onPress={() => onSelect(item.id)}>
    <View className="item-text figures">{item.text || homework.emptyText}</View>
    <View className={`item-verdict verdict-words-${item.correction.corrected ? 'correct' : item.verdict}`}>
      {verdictWords(item)}
    </View>
    <VerdictSign of={item} />
  </Press>
);

/** The score and the items; what still wants a look comes first. */
export const ItemList = ({ of, items, onSelect }: Props) => {
  const open = items.filter(({ item }) => !isSettled(item));
  const toCorrect = open.filter(({ item }) => item.verdict === 'wrong').length;
  const hasCorrected = items.some(({ item }) => item.correction.corrected);
  const nothingOpen = hasCorrected ? homework.allCorrected : homework.allCorrect;
  const [filter, setFilter] = useState<'open' | 'all'>(open.length > 0 ? 'open' : 'all');
  const chosen = filter === 'open' ? open : items;
  const [room, setRoom] = useState(ROWS_AT_A_TIME);
  const shown = chosen.slice(0, room);
  return (
    <>
      <View className="items-head">
        <Heading level={2} className="items-score figures">
          {homework.score(of.score)}
        </Heading>
        {of.score.judged > 0 && <View className="hint figures">{homework.parts(of.score, toCorrect)}</View>}
        <Chips
          label={homework.filter}
          value={filter}
          onChange={setFilter}
          options={[
            { value: 'open', text: homework.toLook(open.length) },
            { value: 'all', text: homework.allItems(items.length) },
          ]}
        />
      </View>
      <ScrollPane className="items-pane" label={homework.items}>
        {shown.map((one) => (
          <ItemRow key={one.item.id} {...one} onSelect={onSelect} />
        ))}
        {chosen.length > room && (
          <Button kind="text" onPress={() => setRoom(room + ROWS_AT_A_TIME)}>
            {homework.moreItems(chosen.length - room)}
          </Button>
        )}
        {shown.length === 0 && (
          <View className="items-empty hint">{items.length === 0 ? homework.noItems : nothingOpen}</View>
        )}
      </ScrollPane>
    </>
  );
};
