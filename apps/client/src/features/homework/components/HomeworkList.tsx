import { open, routes } from '../../../shared/routes';
import { useStudent } from '../../../shared/session/student';
import { Button } from '../../../shared/ui/Button';
import { ui } from '../../../shared/ui/shared.zh';
import { Bone, Empty, Loaded, Problem } from '../../../shared/ui/states';
import { homework } from '../homework.zh';
import { useHomeworkList } from '../queries';
import { HomeworkRow } from './HomeworkRow';
import { View } from '../../../shared/ui/primitives';

export const HomeworkList = () => {
  const { studentId } = useStudent();
  const query = useHomeworkList({ studentId });
  return (
    <Loaded
      of={query}
      skeleton={
        <>
          <Bone className="bone-row" />
          <Bone className="bone-row" />
          <Bone className="bone-row" />
        </>
      }
    >
      {({ pages }) => {
        const items = pages.flatMap((page) => page.items);
        if (items.length === 0) {
          return (
            <Empty
              icon="paper"
              title={homework.listEmpty}
              text={homework.listEmptyText}
              action={
                studentId ? undefined : (
                  <Button icon="camera" onPress={() => open(routes.capture())}>
                    {homework.camera}
                  </Button>
                )
              }
            />
          );
        }
        return (
          <View className="stack">
            <View className="card card-rows">
              {items.map((one) => (
                <HomeworkRow key={one.id} of={one} studentId={studentId} />
              ))}
            </View>
            <Problem error={query.isFetchNextPageError ? query.error : null} />
            {query.hasNextPage && (
              <Button kind="text" busy={query.isFetchingNextPage} onPress={() => void query.fetchNextPage()}>
                {ui.more}
              </Button>
            )}
          </View>
        );
      }}
    </Loaded>
  );
};
