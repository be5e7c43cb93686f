import type { HomeView } from '@wuhao/contracts';
import { numbers } from '../../../shared/format/numbers.zh';
import { open, routes } from '../../../shared/routes';
import { Icon } from '../../../shared/ui/Icon';
import { Heading, Press, Text, View } from '../../../shared/ui/primitives';
import { home } from '../home.zh';

const Words = ({ today }: { today: HomeView['today'] }) => {
  if (today.due > 0) {
    return (
      <View className="tonight-line figures">
        <Text className="tonight-number">{numbers.items(today.due)}</Text>
        <Text className="hint">{home.minutes(today.minutes)}</Text>
      </View>
    );
  }
  return (
    <>
      <View>{home.nothingDue}</View>
      <View className="hint">{today.reviewed > 0 ? home.reviewedToday(today.reviewed) : home.noneYet}</View>
    </>
  );
};

/** Tonight in one card. `readOnly` for a guardian, who looks on but does not review. */
export const TonightCard = ({ today, readOnly }: { today: HomeView['today']; readOnly?: boolean }) => (
  <View className="card">
    <View className="section-line">
      <Heading level={2} className="hint">
        {home.tonight}
      </Heading>
      {today.due > 0 && !readOnly && (
        <Press className="link" onPress={() => open(routes.review())}>
          {home.start}
          <Icon name="chevron" size="s" />
        </Press>
      )}
    </View>
    <Words today={today} />
  </View>
);
