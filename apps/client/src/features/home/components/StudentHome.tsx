import { greetingAt, longDate } from '../../../shared/format/dates.zh';
import { useFreshOnShow } from '../../../shared/http/use-fresh-on-show';
import { OutboxLine } from '../../../shared/outbox/OutboxLine';
import { open, routes } from '../../../shared/routes';
import { useAccount } from '../../../shared/session/use-session';
import { Icon } from '../../../shared/ui/Icon';
import { Heading, Press, View } from '../../../shared/ui/primitives';
import { Loaded } from '../../../shared/ui/states';
import { useWaitingRatings } from '../../review/outbox';
import { home } from '../home.zh';
import '../home.scss';
import { useHome } from '../queries';
import { withRatings } from '../../review/with-ratings';
import { Overview } from './Overview';
import { OverviewBones } from './OverviewBones';

const CameraCard = () => (
  <Press className="camera-card" onPress={() => open(routes.capture())}>
    <Icon name="camera" size="l" />
    <View>
      <View className="camera-card-title">{home.camera}</View>
      <View className="camera-card-text">{home.cameraText}</View>
    </View>
  </Press>
);

export const StudentHome = () => {
  const account = useAccount();
  const query = useHome({}, account !== null);
  useFreshOnShow(query);
  const ratings = useWaitingRatings();
  const now = new Date();
  return (
    <>
      <View className="home-date">{longDate(now)}</View>
      <Heading level={1} className="home-greeting">
        {account ? home.greeting(account.nickname, greetingAt(now)) : greetingAt(now)}
      </Heading>
      <CameraCard />
      <OutboxLine />
      <Loaded of={query} skeleton={<OverviewBones />}>
        {(view) => <Overview of={withRatings(view, ratings, now)} />}
      </Loaded>
    </>
  );
};
