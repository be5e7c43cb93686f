import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { look } from '../../features/homework/outbox';
import { rateCard } from '../../features/review/outbox';
import { ApiError } from '../../shared/http/api-error';
import { queryClient } from '../../shared/http/query-client';
import { uuidv7 } from '../../shared/http/uuidv7';
import { outbox } from '../../shared/outbox/outbox';
import { session } from '../../shared/session/session';
import { answer, forget, ok, refused, seenOf } from '../../testing/fake-server';
import { GUARDIAN, renderPage } from '../../testing/render';
import { moves } from '../../testing/taro';
import { home } from '../../testing/views';
import ChildPage from '../guardian/child';
import HomePage from './home';

beforeEach(forget);

it('shows its shape while it loads, with the camera ready', async () => {
  answer('GET /analytics/home', () => new Promise(() => undefined));
  await renderPage(<HomePage />);
  expect(screen.getByRole('status', { name: '正在打开' })).toBeTruthy();
  expect(screen.getByRole('button', { name: /拍作业/ })).toBeTruthy();
});

it('shows tonight, the last homework and the week', async () => {
  answer('GET /analytics/home', ok(home()));
  await renderPage(<HomePage />);
  expect(await screen.findByText('6 题')).toBeTruthy();
  expect(screen.getByText('约 8 分钟')).toBeTruthy();
  expect(screen.getByText('9 题请看一眼')).toBeTruthy();
  expect(screen.getByText(/交了 5 份作业；判了 142 题，对 131 题；复习了 23 题/)).toBeTruthy();
  expect(screen.getByRole('heading', { level: 1 }).textContent).toContain('小雨');

  fireEvent.click(screen.getByRole('button', { name: /开始复习/ }));
  fireEvent.click(screen.getByRole('button', { name: /数学作业/ }));
  expect(moves.map(({ url }) => url)).toEqual(['/pages/review/session', '/pages/homework/result?id=h1']);
});

it('leads to the progress of a homework that is still under way', async () => {
  const { lastHomework } = home();
  answer('GET /analytics/home', ok(home({ lastHomework: { ...lastHomework!, status: 'grading' } })));
  await renderPage(<HomePage />);
  fireEvent.click(await screen.findByRole('button', { name: /正在批改/ }));
  expect(moves).toEqual([{ how: 'open', url: '/pages/homework/progress?id=h1' }]);
});

it('shows the result by itself when a homework gets graded', async () => {
  const { lastHomework } = home();
  answer(
    'GET /analytics/home',
    ok(home({ lastHomework: { ...lastHomework!, status: 'grading' } })),
    ok(home()),
  );
  await renderPage(<HomePage />);
  await screen.findByText('正在批改');
  expect(await screen.findByText('9 题请看一眼', {}, { timeout: 5_000 })).toBeTruthy();
});

it('does not count what was rated without a network, nor again once that has arrived', async () => {
  const ids = ['m1', 'm2', 'm3'];
  answer('GET /analytics/home', ok(home()));
  for (const id of ids) answer(`POST /mistakes/${id}/review`, new ApiError('NETWORK', 'no network'));
  await renderPage(<HomePage />);
  await screen.findByText('6 题');
  await act(async () => ids.forEach((id) => rateCard(id, { rating: 'good' })));
  expect(await screen.findByText('3 题')).toBeTruthy();
  expect(screen.getByText('约 4 分钟')).toBeTruthy();
  expect(screen.getByText(/复习了 26 题/)).toBeTruthy();

  // The figures of before, until home has loaded anew.
  queryClient.setQueryData(['home', 'me'], home());
  for (const id of ids)
    answer(`POST /mistakes/${id}/review`, ok({ dueAt: '2026-11-27T00:00:00Z', mastery: 0.6 }));
  await act(() => outbox.flush());
  expect(outbox.state().waiting).toEqual([]);
  expect(queryClient.getQueryData(['home', 'me'])).toMatchObject({
    today: { due: 3, reviewed: 3 },
    week: { reviews: 26 },
  });
});

it('says what will be here while there is nothing', async () => {
  const nothing = { due: 0, minutes: 0, reviewed: 0 };
  const week = { homework: 0, judged: 0, correct: 0, reviews: 0 };
  answer('GET /analytics/home', ok(home({ today: nothing, lastHomework: null, week })));
  await renderPage(<HomePage />);
  expect(await screen.findByText('还没有作业')).toBeTruthy();
  expect(screen.getByText('今晚没有要复习的题')).toBeTruthy();
  expect(screen.queryByRole('button', { name: /开始复习/ })).toBeNull();
});

it('says what went wrong, shows the request id, and loads again on a tap', async () => {
  answer('GET /analytics/home', refused(500, 'INTERNAL'), ok(home()));
  await renderPage(<HomePage />);
  expect(await screen.findByText('我们这边出了点问题，稍后再试')).toBeTruthy();
  expect(screen.getByText('问题编号 request-1')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: '再试一次' }));
  expect(await screen.findByText('6 题')).toBeTruthy();
});

it('sends to the log-in page whoever is not signed in', async () => {
  await renderPage(<HomePage />, { account: null });
  await waitFor(() => expect(moves).toContainEqual({ how: 'restart', url: '/pages/auth/login' }));
});

it('shows what the device remembers, and says so, when there is a session but no server', async () => {
  answer('GET /analytics/home', ok(home()));
  await renderPage(<HomePage />);
  await screen.findByText('6 题');
  expect(screen.queryByText('现在连不上，先看上次的内容')).toBeNull();
  answer('POST /auth/refresh', new ApiError('NETWORK', 'gone'));
  await act(() => session.restore());
  expect(screen.getByText('现在连不上，先看上次的内容')).toBeTruthy();
  expect(screen.getByText('6 题')).toBeTruthy();
});

it('does not speak of last time when there is nothing of it', async () => {
  answer('GET /analytics/home', new ApiError('NETWORK', 'gone'));
  await renderPage(<HomePage />);
  answer('POST /auth/refresh', new ApiError('NETWORK', 'gone'));
  await act(() => session.restore());
  expect(await screen.findByText('还没连上网')).toBeTruthy();
  expect(screen.getByText('现在连不上，连上网会自己好')).toBeTruthy();
  answer('GET /analytics/home', ok(home()));
  fireEvent.click(screen.getByRole('button', { name: '再试一次' }));
  expect(await screen.findByText('6 题')).toBeTruthy();
  expect(screen.getByText('现在连不上，先看上次的内容')).toBeTruthy();
});

it('offers to try again when there is a session of nobody known, and no server', async () => {
  answer('GET /analytics/home', ok(home()));
  await renderPage(<HomePage />);
  localStorage.removeItem('wuhao.account');
  answer('POST /auth/refresh', new ApiError('NETWORK', 'gone'));
  await act(() => session.restore());
  expect(await screen.findByText('网络没连上，内容都还在')).toBeTruthy();
  expect(screen.getByRole('button', { name: '再试一次' })).toBeTruthy();
});

describe('of a guardian', () => {
  it('shows each child with tonight and the last homework', async () => {
    answer(
      'GET /user/children',
      ok({ items: [{ id: 'c1', nickname: '小雨', schoolYear: 3 }], nextCursor: null }),
    );
    answer('GET /analytics/home', ok(home()));
    await renderPage(<HomePage />, { account: GUARDIAN });
    fireEvent.click(await screen.findByRole('button', { name: /小雨/ }));
    expect(await screen.findByText('今晚复习 6 题')).toBeTruthy();
    expect(seenOf('GET /analytics/home')[0]?.url).toContain('studentId=c1');
    expect(moves).toEqual([{ how: 'open', url: '/pages/guardian/child?studentId=c1' }]);
    expect(screen.queryByRole('button', { name: /拍作业/ })).toBeNull();
  });

  it('tells what could not be handed in, on the home page and on the child’s', async () => {
    answer('GET /user/children', ok({ items: [], nextCursor: null }));
    answer('GET /analytics/home', ok(home()));
    answer('PATCH /homework/h1/items/i1', refused(404, 'NOT_FOUND'));
    const page = await renderPage(<HomePage />, { account: GUARDIAN });
    const of = { homeworkId: 'h1', itemId: 'i1', studentId: 'c1', text: '84-39=55' };
    await act(async () => void look({ ...of, patch: { action: 'confirm' } }, uuidv7()));
    const words = '有 1 件没交上，看一看';
    expect(await screen.findByRole('button', { name: words })).toBeTruthy();
    page.unmount();
    const device = { ...localStorage };
    await renderPage(<ChildPage />, { params: { studentId: 'c1' }, account: GUARDIAN, device });
    fireEvent.click(await screen.findByRole('button', { name: words }));
    expect(screen.getByText('看过一题：84-39=55')).toBeTruthy();
  });

  it('says what will be here while no child is linked', async () => {
    answer('GET /user/children', ok({ items: [], nextCursor: null }));
    await renderPage(<HomePage />, { account: GUARDIAN });
    expect(await screen.findByText('还没有绑定孩子')).toBeTruthy();
  });
});
