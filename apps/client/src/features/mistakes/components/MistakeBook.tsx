import type { MistakeStatistics } from '@wuhao/contracts';
import { useState } from 'react';
import { inOneLine } from '../../../shared/format/numbers.zh';
import { useFreshOnShow } from '../../../shared/http/use-fresh-on-show';
import { open, routes } from '../../../shared/routes';
import { Button } from '../../../shared/ui/Button';
import { Chips } from '../../../shared/ui/Chips';
import { PagedRows } from '../../../shared/ui/PagedRows';
import { Row } from '../../../shared/ui/Row';
import { Bone, BoneChips, BoneRows } from '../../../shared/ui/bones';
import { Empty } from '../../../shared/ui/states';
import { useHome } from '../../home/queries';
import { mistakes } from '../mistakes.zh';
import '../mistakes.scss';
import { useMistakeList, useStatistics } from '../queries';
import { MistakeRow } from './MistakeRow';
import { View } from '../../../shared/ui/primitives';

/** So many knowledge points have room above the list. */
const MAX_POINTS = 6;

const Tonight = ({ due, readOnly }: { due: number; readOnly: boolean }) => (
  <View className="card card-rows">
    <Row
      icon="clock"
      title={due > 0 ? mistakes.tonight(due) : mistakes.nothingTonight}
      onPress={due > 0 && !readOnly ? () => open(routes.review()) : undefined}
    />
  </View>
);

const Filter = ({
  of,
  value,
  onChange,
}: {
  of: MistakeStatistics['byKnowledgePoint'];
  value: string;
  onChange: (v: string) => void;
}) => (
  <Chips
    label={mistakes.filter}
    value={value}
    onChange={onChange}
    options={[
      { value: '', text: mistakes.allPoints },
      ...of.map((one) => ({
        value: one.knowledgePoint,
        text: mistakes.point(one.knowledgePoint, one.mistakes),
      })),
    ]}
  />
);

/** What stands above the list: tonight, the figures, the filter. */
const HeadBones = () => (
  <>
    <BoneRows count={1} lines={1} />
    <Bone className="bone-line" />
    <BoneChips count={4} />
  </>
);

/** The whole book while it loads. */
export const MistakeBones = () => (
  <View className="stack">
    <HeadBones />
    <BoneRows count={4} lead="sign" />
  </View>
);

/** The list with its figures; for the student, or for a guardian who looks at a child's. */
export const MistakeBook = ({ studentId }: { studentId?: string }) => {
  const [chosen, setChosen] = useState('');
  const statistics = useStatistics({ studentId });
  const offered = statistics.data?.byKnowledgePoint.slice(0, MAX_POINTS) ?? [];
  // With its last mistake a point is gone, and the way out of its empty list with it.
  const point = offered.some(({ knowledgePoint }) => knowledgePoint === chosen) ? chosen : '';
  const list = useMistakeList({ studentId }, point);
  // What is due and what fits into tonight are two figures; the second is what home says too.
  const tonight = useHome({ studentId });
  useFreshOnShow(tonight);
  useFreshOnShow(statistics);
  useFreshOnShow(list);
  // Head and list come up together: nothing is pushed down by what arrives later.
  const isFirst = point === '' && list.isPending;
  const isSettling = (statistics.isPending || tonight.isPending || isFirst) && !list.error;
  const figures = isSettling ? undefined : statistics.data;
  return (
    <View className="stack">
      {figures && figures.total > 0 && (
        <>
          {tonight.data && <Tonight due={tonight.data.today.due} readOnly={studentId !== undefined} />}
          <View className="hint figures">
            {inOneLine(mistakes.total(figures.total), mistakes.mastered(figures.mastered))}
          </View>
          {offered.length > 0 && <Filter of={offered} value={point} onChange={setChosen} />}
        </>
      )}
      <PagedRows
        of={list}
        waits={isSettling}
        skeleton={
          <View className="stack">
            {!figures && <HeadBones />}
            <BoneRows count={4} lead="sign" />
          </View>
        }
        row={(one) => <MistakeRow of={one} studentId={studentId} />}
        empty={
          <Empty
            icon="book"
            title={point ? mistakes.emptyFilter : mistakes.empty}
            text={point ? undefined : mistakes.emptyText}
            action={
              studentId || point ? undefined : (
                <Button kind="quiet" icon="plus" onPress={() => open(routes.addMistake())}>
                  {mistakes.add}
                </Button>
              )
            }
          />
        }
      />
    </View>
  );
};
