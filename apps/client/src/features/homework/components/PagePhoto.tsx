import type { HomeworkPageView, ItemView } from '@wuhao/contracts';
import { useState } from 'react';
import { percent } from '../../../shared/format/crop';
import { screenOf } from '../../../shared/pictures/part';
import { MissingPhoto } from '../../../shared/ui/AwaitedPhoto';
import { Photo, Press, View } from '../../../shared/ui/primitives';
import { homework, problemSentences, verdictWords } from '../homework.zh';
import '../marks.scss';
import type { NumberedItem } from '../numbered';

interface Props {
  page: HomeworkPageView;
  pageCount: number;
  items: NumberedItem[];
  selectedId: string | null;
  /** Enlarged: then every pixel of the photo counts. */
  isNear: boolean;
  onSelect: (itemId: string) => void;
}

const placeOf = ({ box }: ItemView, { width, height }: HomeworkPageView['picture']) => ({
  left: percent(box.x / width),
  top: percent(box.y / height),
  width: percent(box.w / width),
  height: percent(box.h / height),
});

/** Most answers stand at the end of their item, where the stroke goes; one in the middle is struck with the whole. */
const isAnswerLast = ({ text, studentAnswer }: ItemView): boolean =>
  studentAnswer === null || text.endsWith(studentAnswer);

/** The child's page with a mark on every item, like a teacher's pencil. */
export const PagePhoto = ({ page, pageCount, items, selectedId, isNear, onSelect }: Props) => {
  const [isMissing, setMissing] = useState(false);
  return (
    <View className="page-photo">
      <View className="page-photo-words">
        {pageCount > 1 && <View className="page-photo-n">{homework.pageOf(page.n, pageCount)}</View>}
        {page.problem && <View className="notice page-photo-problem">{problemSentences[page.problem]}</View>}
      </View>
      <View
        className="page-photo-sheet"
        style={{ paddingTop: percent(page.picture.height / page.picture.width) }}
      >
        <Photo
          className="page-photo-picture"
          src={screenOf(page.picture)}
          label={homework.photoOf(page.n)}
          fit="fill"
          lazy={page.n > 1}
          onShown={(isSeen) => setMissing(!isSeen)}
        />
        {isMissing && <MissingPhoto />}
        {isNear && (
          <Photo
            className="page-photo-picture"
            src={page.picture.url}
            label=""
            fit="fill"
            lazy={page.n > 1}
          />
        )}
        {items.map(({ item, number }) => (
          <Press
            key={item.id}
            id={`mark-${item.id}`}
            className={[
              'mark',
              `mark-${item.verdict}`,
              isAnswerLast(item) ? '' : 'mark-across',
              item.correction.corrected ? 'mark-corrected' : '',
              item.id === selectedId ? 'is-selected' : '',
            ].join(' ')}
            style={placeOf(item, page.picture)}
            label={homework.markLabel(number, item.text || homework.emptyText, verdictWords(item))}
            onPress={() => onSelect(item.id)}
          />
        ))}
      </View>
    </View>
  );
};
