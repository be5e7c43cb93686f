import type { HomeView } from '@wuhao/contracts';
import { numbers } from '../../../shared/format/numbers.zh';
import { Ring } from '../../../shared/ui/charts/Ring';
import { partOf } from '../../../shared/ui/charts/scale';
import { Heading, View } from '../../../shared/ui/primitives';
import { home } from '../../home/home.zh';
import { guardian } from '../guardian.zh';

/** The child's seven days: how much of what was judged was right. Without any, the sentence alone. */
export const Week = ({ of: week }: { of: HomeView['week'] }) => {
  const { judged, correct } = week;
  const words = home.weekLine(week);
  return (
    <View className="card home-part">
      <Heading level={2} className="hint chart-title">
        {guardian.week}
      </Heading>
      {judged > 0 ? (
        <Ring
          words={words}
          whole={judged}
          middle={numbers.percent(partOf(correct, judged))}
          parts={[
            {
              name: guardian.correct,
              value: correct,
              text: numbers.items(correct),
              tone: 'correct',
              sign: 'tick',
            },
            {
              name: guardian.lookAgain,
              value: judged - correct,
              text: numbers.items(judged - correct),
              tone: 'wrong',
              sign: 'strike',
            },
          ]}
        />
      ) : (
        <View>{words}</View>
      )}
    </View>
  );
};
