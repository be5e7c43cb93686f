import { numbers } from '../shared/format/numbers.zh';
import { Bars } from '../shared/ui/charts/Bars';
import { Heat } from '../shared/ui/charts/Heat';
import { Line } from '../shared/ui/charts/Line';
import { Ring } from '../shared/ui/charts/Ring';
import { charts } from '../shared/ui/charts/charts.zh';
import { gallery } from './gallery.zh';
import { Sample } from './Sample';

const chart = gallery.chart;
const AMOUNTS = [3, 0, 5, 2, 8, 4, 1];
const PARTS = [0.6, 0.72, null, 0.7, 0.85, 0.9, 0.88];
const named = <T,>(values: readonly T[]) =>
  values.map((value, index) => ({ name: charts.weekdays[index]!, value }));

export const ChartsSection = () => (
  <>
    <Sample name={chart.line}>
      <Line words={chart.lineWords} points={named(PARTS)} format={numbers.percent} top={1} />
    </Sample>
    <Sample name={chart.bars}>
      <Bars words={chart.barsWords} bars={named(AMOUNTS)} />
    </Sample>
    <Sample name={chart.ring}>
      <Ring
        words={chart.ringWords}
        whole={40}
        middle={numbers.percent(0.75)}
        parts={[
          { name: chart.right, value: 30, tone: 'correct', text: numbers.items(30), sign: 'tick' },
          { name: chart.again, value: 6, tone: 'wrong', text: numbers.items(6), sign: 'strike' },
        ]}
      />
    </Sample>
    <Sample name={chart.heat}>
      <Heat
        words={chart.heatWords}
        days={[0, 1, 2, 0, 3, 0, 0, ...AMOUNTS, ...AMOUNTS.slice(0, 3), 0, 0, 0, 0]}
        weekNames={chart.weekNames}
        numbers={chart.weeks}
      />
    </Sample>
    <Sample name={chart.none}>
      <Bars words={charts.nothing} bars={[]} />
      <Line words={charts.nothing} points={[]} format={numbers.percent} top={1} />
      <Ring words={charts.nothing} whole={0} middle={numbers.percent(0)} parts={[]} />
      <Heat words={charts.nothing} days={[]} weekNames={[]} numbers={[]} />
    </Sample>
  </>
);
