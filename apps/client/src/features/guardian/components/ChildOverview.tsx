import { OutboxLine } from '../../../shared/outbox/OutboxLine';
import { open, routes } from '../../../shared/routes';
import { useStudent } from '../../../shared/session/student';
import { Heading, View } from '../../../shared/ui/primitives';
import { Row } from '../../../shared/ui/Row';
import { Bone, BoneRows } from '../../../shared/ui/bones';
import { Loaded } from '../../../shared/ui/states';
import { Overview } from '../../home/components/Overview';
import { OverviewBones } from '../../home/components/OverviewBones';
import '../../home/home.scss';
import { useHome } from '../../home/queries';
import { guardian } from '../guardian.zh';
import { Week } from './Week';

/** What a guardian sees of one child. */
export const ChildOverview = () => {
  const { studentId = '' } = useStudent();
  const query = useHome({ studentId });
  return (
    <Loaded
      of={query}
      skeleton={
        <>
          <Bone className="bone-title" />
          <OverviewBones />
          <View className="home-part">
            <BoneRows count={2} lines={1} />
          </View>
        </>
      }
    >
      {(view) => (
        <>
          <Heading level={2} className="home-greeting">
            {guardian.childOf(view.nickname)}
          </Heading>
          <OutboxLine />
          <Overview of={view} studentId={studentId} week={<Week of={view.week} />} />
          <View className="card card-rows home-part">
            <Row
              icon="paper"
              title={guardian.homework}
              onPress={() => open(routes.homeworkList({ studentId }))}
            />
            <Row
              icon="book"
              title={guardian.mistakes}
              onPress={() => open(routes.mistakeList({ studentId }))}
            />
          </View>
        </>
      )}
    </Loaded>
  );
};
