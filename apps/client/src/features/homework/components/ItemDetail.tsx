import type { HomeworkView } from '@wuhao/contracts';
import type { Verdict } from '@wuhao/contracts/enums';
import { open, routes } from '../../../shared/routes';
import { Crop } from '../../../shared/ui/Crop';
import { Icon } from '../../../shared/ui/Icon';
import { Heading, Press, View } from '../../../shared/ui/primitives';
import { ScrollPane } from '../../../shared/ui/ScrollPane';
import { homework, verdictWords } from '../homework.zh';
import type { NumberedItem } from '../numbered';
import { isUnderWay } from '../status';
import { UnsureItem, WrongItem } from './ItemActions';
import { VerdictSign } from './VerdictSign';

interface Props {
  of: HomeworkView;
  numbered: NumberedItem;
  previous?: NumberedItem;
  next?: NumberedItem;
  studentId?: string;
  onSelect: (itemId: string | null) => void;
}

const ADVICE: Record<Verdict, string | null> = {
  correct: null,
  wrong: null,
  suspect: homework.suspectText,
  unreadable: homework.unreadableText,
  unanswered: homework.unansweredText,
};

export const ItemDetail = ({ of, numbered: { item }, previous, next, studentId, onSelect }: Props) => {
  const page = of.pages.find(({ n }) => n === item.page);
  const isWrong = item.verdict === 'wrong';
  const Actions =
    isUnderWay(of.status) || item.verdict === 'correct' ? null : isWrong ? WrongItem : UnsureItem;
  return (
    <>
      <View className="detail-head">
        <Press className="link" onPress={() => onSelect(null)}>
          <Icon name="back" size="s" />
          {homework.backToItems}
        </Press>
        <View className="detail-steps">
          <Press
            className="detail-step"
            label={homework.previous}
            disabled={!previous}
            onPress={() => previous && onSelect(previous.item.id)}
          >
            <Icon name="back" />
          </Press>
          <Press
            className="detail-step"
            label={homework.next}
            disabled={!next}
            onPress={() => next && onSelect(next.item.id)}
          >
            <Icon name="chevron" />
          </Press>
        </View>
      </View>
      {/* Each begins at its top. */}
      <ScrollPane key={item.id} className="items-pane" label={homework.itemDetail}>
        <View className="detail">
          <View className="detail-verdict">
            <VerdictSign of={item} />
            <Heading
              level={2}
              className={`verdict-words-${item.correction.corrected ? 'correct' : item.verdict}`}
            >
              {verdictWords(item)}
            </Heading>
          </View>
          {page && <Crop picture={page.picture} box={item.box} label={item.text || homework.emptyText} />}
          {item.text !== '' && (
            <View className="item-read">
              <View className="hint">{homework.iRead}</View>
              <View className="figures">{item.text}</View>
            </View>
          )}
          {!item.correction.corrected && ADVICE[item.verdict] && (
            <View className="hint">{ADVICE[item.verdict]}</View>
          )}
          {Actions && <Actions homeworkId={of.id} item={item} studentId={studentId} />}
          {!(isWrong && !studentId) && item.expected !== null && item.verdict !== 'correct' && (
            <View className="item-fact">
              <View className="hint">{homework.expected}</View>
              <View className="item-answer figures">{item.expected}</View>
            </View>
          )}
          {item.mistakeId && (
            <View className="detail-book">
              <View className="hint">{homework.inBook}</View>
              <Press
                className="link"
                onPress={() => open(routes.mistake({ id: item.mistakeId ?? '', studentId }))}
              >
                {homework.toMistake}
                <Icon name="chevron" size="s" />
              </Press>
            </View>
          )}
        </View>
      </ScrollPane>
    </>
  );
};
