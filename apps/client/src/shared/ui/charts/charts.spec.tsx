import { render, screen } from '@testing-library/react';
import { Bars } from './Bars';
import { drawing } from './drawing';
import { Heat } from './Heat';
import { Line } from './Line';
import { Ring } from './Ring';

const masks = () =>
  [...document.querySelectorAll<HTMLElement>('.chart-drawn')].map((shape) =>
    shape.style.getPropertyValue('--drawing'),
  );

it('says bars by their sentence and every number', () => {
  render(
    <Bars
      words="这七天周五做得最多"
      bars={[
        { name: '周四', value: 0 },
        { name: '周五', value: 40, part: 31, text: '40 题' },
      ]}
    />,
  );
  expect(screen.getByRole('img', { name: '这七天周五做得最多。周四 0，周五 40 题' })).toBeTruthy();
  expect(screen.getByText('这七天周五做得最多').getAttribute('aria-hidden')).toBe('true');
});

it('says a line by its values, also where there was none', () => {
  render(
    <Line
      words="正确率慢慢高了"
      top={1}
      format={(value) => `${value * 100}%`}
      points={[
        { name: '11月1日', value: 0.5 },
        { name: '11月8日', value: null },
        { name: '11月15日', value: 0.75 },
      ]}
    />,
  );
  expect(
    screen.getByRole('img', {
      name: '正确率慢慢高了。11月1日 50%，11月8日 没有记录，11月15日 75%',
    }),
  ).toBeTruthy();
  expect(masks()).toHaveLength(1);
});

it('draws a ring of its parts, with their names beside it', () => {
  render(
    <Ring
      words="判了 142 题，对了 131 题"
      whole={142}
      middle="92%"
      parts={[
        { name: '对了', value: 131, tone: 'correct', text: '131 题', sign: 'tick' },
        { name: '再看一眼', value: 11, tone: 'wrong', text: '11 题', sign: 'strike' },
      ]}
    />,
  );
  expect(
    screen.getByRole('img', { name: '判了 142 题，对了 131 题。对了 131 题，再看一眼 11 题' }),
  ).toBeTruthy();
  expect(masks()).toHaveLength(3);
});

it('draws a heat map in two shapes, however many its days', () => {
  const days = Array.from({ length: 84 }, (_, n) => n % 5);
  render(
    <Heat words="几乎每天都有一点" days={days} weekNames={Array(12).fill('')} numbers={['第 1 周 10 题']} />,
  );
  expect(screen.getByRole('img', { name: '几乎每天都有一点。第 1 周 10 题' })).toBeTruthy();
  expect(masks()).toHaveLength(2);
});

it('writes a drawing that CSS can read and a small setData can carry', () => {
  const mask = drawing('M0 0L100 100', { stroke: 2 });
  expect(mask.slice(5, -2)).not.toMatch(/["<>#]/);
  expect(decodeURIComponent(mask)).toContain("<path fill='none'");
  expect(mask.length).toBeLessThan(420);
});
