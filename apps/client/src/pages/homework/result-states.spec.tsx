import { act, fireEvent, screen, within } from '@testing-library/react';
import type { HomeworkView } from '@wuhao/contracts';
import { answer, forget, ok } from '../../testing/fake-server';
import { GUARDIAN, renderPage } from '../../testing/render';
import { moves } from '../../testing/taro';
import { homework, item } from '../../testing/views';
import ResultPage from './result';

const none = { judged: 0, total: 0, correct: 0 };
const [page] = homework().pages;
const show = (of: Partial<HomeworkView>, more: Parameters<typeof renderPage>[1] = {}) => {
  answer('GET /homework/h1', ok(homework(of)));
  return renderPage(<ResultPage />, { params: { id: 'h1' }, ...more });
};
const ofChild = { params: { id: 'h1', studentId: 'c1' }, account: GUARDIAN };

beforeEach(forget);

it('tells a guardian how far the grading is, instead of a score that is none yet', async () => {
  const pages = [{ ...page!, status: 'grading' as const }];
  await show({ status: 'grading', items: [], score: none, pages }, ofChild);
  expect(await screen.findByText('正在批改')).toBeTruthy();
  expect(screen.getByText('正在看第 1 页')).toBeTruthy();
  expect(screen.queryByText(/已判/)).toBeNull();
  expect(screen.queryByText('这一份没有找到题目')).toBeNull();
});

describe('a homework that could not be graded', () => {
  const pages = [{ ...page!, status: 'failed' as const, problem: 'blurred' as const }];
  const failed = { status: 'failed' as const, items: [], score: none, pages };

  it('says why, and lets the student take it again', async () => {
    await show(failed);
    const panel = within(await screen.findByRole('region', { name: '每一页' }));
    expect(screen.getByText('这次没有批成')).toBeTruthy();
    expect(panel.getByText('第 1 页没批成')).toBeTruthy();
    expect(panel.getByText('这一页有点糊，重拍一张试试')).toBeTruthy();
    expect(screen.queryByText(/已判/)).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: '重新拍' }));
    expect(moves).toEqual([{ how: 'replace', url: '/pages/homework/capture' }]);
  });

  it('says why to a guardian, who takes no photos', async () => {
    await show(failed, ofChild);
    expect(await screen.findByText('这次没有批成')).toBeTruthy();
    expect(screen.queryByRole('button', { name: '重新拍' })).toBeNull();
  });
});

it('says where a page’s photo cannot be shown, until it can', async () => {
  await show({});
  const photo = await screen.findByAltText('第 1 页作业的照片');
  fireEvent.error(photo);
  expect(await screen.findByText('这张照片在这里打不开')).toBeTruthy();
  fireEvent.load(photo);
  expect(screen.queryByText('这张照片在这里打不开')).toBeNull();
});

describe('what is to be put right', () => {
  const right = item({ id: 'i2', verdict: 'correct', text: '36+27=63' });
  const done = item({ correction: { tries: 1, corrected: true } });
  const score = { judged: 3, total: 3, correct: 1 };

  it('is what has not been put right yet', async () => {
    await show({ items: [done, right, item({ id: 'i3' })], score });
    expect(await screen.findByText('对 1 题，1 题要订正')).toBeTruthy();
  });

  it('is nothing once all of it is done, and that is what it says', async () => {
    await show({ items: [done, right, { ...done, id: 'i3' }], score });
    expect(await screen.findByText('对 1 题，2 题订正好了')).toBeTruthy();
    await act(async () => void fireEvent.click(screen.getByRole('button', { name: '要看的 0' })));
    expect(screen.getByText('都订正好了')).toBeTruthy();
    expect(screen.queryByText(/这一份都对/)).toBeNull();
  });

  it('is nothing where all was right at once', async () => {
    await show({ items: [right], score: { judged: 1, total: 1, correct: 1 } });
    expect(await screen.findByText('1 题全对')).toBeTruthy();
    await act(async () => void fireEvent.click(screen.getByRole('button', { name: '要看的 0' })));
    expect(screen.getByText('这一份都对，没有要再看的')).toBeTruthy();
  });
});
