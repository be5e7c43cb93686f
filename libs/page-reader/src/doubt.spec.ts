import { judge } from '@wuhao/arithmetic';
import { rightLinesNear } from './doubt';

describe('right lines near a wrong one', () => {
  it.each([
    ['98-21=7', '98-21=77'],
    ['6/8+7/8=1318', '6/8+7/8=13/8'],
    ['13×9=711', '13×9=117'],
    ['56+7=8', '56÷7=8'],
    ['17÷5=3.2', '17÷5=3…2'],
    ['914÷2=7', '14÷2=7'],
  ])('knows that %s may be %s', (read, right) => {
    expect(rightLinesNear(read)).toContain(right);
  });

  it('are all right', () => {
    for (const text of rightLinesNear('36+(15)=50')) expect(judge(text).verdict).toBe('correct');
  });
});
