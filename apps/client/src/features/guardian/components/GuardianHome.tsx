import type { ChildView } from '@wuhao/contracts';
import { greetingAt, longDate } from '../../../shared/format/dates.zh';
import { OutboxLine } from '../../../shared/outbox/OutboxLine';
import { open, routes } from '../../../shared/routes';
import { schoolYearName } from '../../../shared/school-years.zh';
import { useAccount } from '../../../shared/session/use-session';
import { Facts } from '../../../shared/ui/Facts';
import { Heading, View } from '../../../shared/ui/primitives';
import { Row } from '../../../shared/ui/Row';
import { BoneRows } from '../../../shared/ui/bones';
import { Empty, Loaded } from '../../../shared/ui/states';
import { home } from '../../home/home.zh';
import '../../home/home.scss';
import { useHome } from '../../home/queries';
import { guardian } from '../guardian.zh';
import { useChildren } from '../queries';

const ChildRow = ({ child }: { child: ChildView }) => {
  const { data, error } = useHome({ studentId: child.id });
  const tonight = () => {
    if (data) return data.today.due > 0 ? `${home.tonight} ${home.dueLine(data.today)}` : home.nothingDue;
    return error ? guardian.failedFigures : guardian.loadingFigures;
  };
  return (
    <Row
      icon="person"
      title={child.nickname}
      text={
        <>
          <View>
            <Facts of={tonight()} />
          </View>
          {data?.lastHomework && (
            <View className="figures">
              <Facts of={guardian.last(data.lastHomework)} />
            </View>
          )}
        </>
      }
      value={child.schoolYear ? schoolYearName(child.schoolYear) : undefined}
      onPress={() => open(routes.child({ studentId: child.id }))}
    />
  );
};

export const GuardianHome = () => {
  const account = useAccount();
  const children = useChildren(account !== null);
  const now = new Date();
  return (
    <>
      <View className="home-date">{longDate(now)}</View>
      <Heading level={1} className="home-greeting">
        {account ? guardian.greeting(account.nickname, greetingAt(now)) : greetingAt(now)}
      </Heading>
      <OutboxLine />
      <Loaded of={children} skeleton={<BoneRows count={1} lead="sign" lines={3} />}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty icon="people" title={guardian.none} text={guardian.noneText} />
          ) : (
            <View className="card card-rows">
              {items.map((child) => (
                <ChildRow key={child.id} child={child} />
              ))}
            </View>
          )
        }
      </Loaded>
    </>
  );
};
