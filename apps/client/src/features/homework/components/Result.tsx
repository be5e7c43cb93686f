import type { HomeworkView } from '@wuhao/contracts';
import { useRouter } from '@tarojs/taro';
import { useEffect, useState } from 'react';
import { replace, routes } from '../../../shared/routes';
import { useIdParam, useStudent } from '../../../shared/session/student';
import { Bone } from '../../../shared/ui/bones';
import { Loaded } from '../../../shared/ui/states';
import { PhotoViewer } from '../../../shared/ui/PhotoViewer';
import { homework } from '../homework.zh';
import { numbered } from '../numbered';
import { useHomework } from '../queries';
import '../result.scss';
import { isUnderWay } from '../status';
import { ItemDetail } from './ItemDetail';
import { ItemList } from './ItemList';
import { NotGraded } from './NotGraded';
import { PagePhoto } from './PagePhoto';
import { View } from '../../../shared/ui/primitives';

const Pages = ({ of, studentId }: { of: HomeworkView; studentId?: string }) => {
  const [selectedId, setSelectedId] = useState<string | null>(useRouter().params.itemId ?? null);
  const items = numbered(of.items);
  const at = items.findIndex(({ item }) => item.id === selectedId);
  const selected = items[at];
  return (
    <View className="result">
      <PhotoViewer
        className="result-photos"
        label={homework.photosOf(of.pages.length)}
        target={selected && `mark-${selected.item.id}`}
      >
        {(isNear) =>
          of.pages.map((page) => (
            <PagePhoto
              key={page.n}
              page={page}
              pageCount={of.pages.length}
              items={items.filter(({ item }) => item.page === page.n)}
              selectedId={selectedId}
              isNear={isNear}
              onSelect={setSelectedId}
            />
          ))
        }
      </PhotoViewer>
      <View className={`result-panel ${selected ? 'is-detail' : ''}`}>
        {selected ? (
          <ItemDetail
            of={of}
            numbered={selected}
            previous={items[at - 1]}
            next={items[at + 1]}
            studentId={studentId}
            onSelect={setSelectedId}
          />
        ) : of.status !== 'graded' ? (
          <NotGraded of={of} studentId={studentId} />
        ) : (
          <ItemList of={of} items={items} onSelect={setSelectedId} />
        )}
      </View>
    </View>
  );
};

export const Result = () => {
  const id = useIdParam();
  const of = useStudent();
  const query = useHomework(id, of);
  const underWay = query.data !== undefined && isUnderWay(query.data.status);
  useEffect(() => {
    if (underWay && !of.studentId) replace(routes.progress({ id }));
  }, [underWay, id, of.studentId]);
  return (
    <Loaded
      of={query}
      skeleton={
        <View className="result">
          <View className="result-photos">
            <Bone className="result-bone" />
          </View>
          <View className="result-panel">
            <View className="items-head">
              <Bone className="bone-title" />
              <Bone className="bone-line bone-small" />
              <Bone className="bone-chips" />
            </View>
            {[1, 2, 3].map((n) => (
              <View key={n} className="item-row">
                <Bone className="bone-line" />
              </View>
            ))}
          </View>
        </View>
      }
    >
      {(view) => <Pages of={view} studentId={of.studentId} />}
    </Loaded>
  );
};
