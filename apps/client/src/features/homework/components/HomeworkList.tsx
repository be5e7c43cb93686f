import { open, routes } from '../../../shared/routes';
import { useStudent } from '../../../shared/session/student';
import { BoneRows } from '../../../shared/ui/bones';
import { Button } from '../../../shared/ui/Button';
import { PagedRows } from '../../../shared/ui/PagedRows';
import { Empty } from '../../../shared/ui/states';
import { homework } from '../homework.zh';
import { useHomeworkList } from '../queries';
import { HomeworkRow } from './HomeworkRow';

export const HomeworkList = () => {
  const { studentId } = useStudent();
  const query = useHomeworkList({ studentId });
  return (
    <PagedRows
      of={query}
      skeleton={<BoneRows count={5} lead="thumb" />}
      row={(one) => <HomeworkRow of={one} studentId={studentId} />}
      empty={
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
      }
    />
  );
};
