import { QueryClient } from '@tanstack/react-query';
import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { answer, forget, ok, refused, seenOf } from '../../testing/fake-server';
import { GUARDIAN, renderPage } from '../../testing/render';
import { moves } from '../../testing/taro';
import { home, mistake } from '../../testing/views';
import MistakesPage from './mistakes';

const statistics = {
  total: 24,
  due: 6,
  reviewedToday: 0,
  mastered: 9,
  byKnowledgePoint: [{ knowledgePoint: '退位减法', mistakes: 9, mastery: 0.4 }],
};

beforeEach(() => {
  forget();
  answer('GET /mistakes/statistics', ok(statistics));
  answer('GET /analytics/home', ok(home()));
});

it('lists mistakes with their figures, and reads on from where the page ended', async () => {
  answer(
    'GET /mistakes',
    ok({ items: [mistake()], nextCursor: 'c1' }),
    ok({ items: [mistake({ id: 'm2', question: '7×8=' })], nextCursor: null }),
  );
  await renderPage(<MistakesPage />);
  expect(await screen.findByText('84-39=')).toBeTruthy();
  expect(await screen.findByText('一共 24 题 · 记牢 9 题')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: '更早的' }));
  expect(await screen.findByText('7×8=')).toBeTruthy();
  expect(seenOf('GET /mistakes')[1]?.url).toContain('cursor=c1');
  fireEvent.click(screen.getByRole('button', { name: /84-39=/ }));
  expect(moves).toEqual([{ how: 'open', url: '/pages/mistakes/detail?id=m1' }]);
});

it('reads the first page anew when the list came from the device, where there is no undefined', async () => {
  answer('GET /mistakes', ok({ items: [mistake()], nextCursor: null }));
  const client = new QueryClient();
  await renderPage(<MistakesPage />, { client });
  await screen.findByText('84-39=');
  for (const [key, data] of client.getQueriesData({ queryKey: ['mistakes', 'list'] }))
    client.setQueryData(key, JSON.parse(JSON.stringify(data)));
  await act(() => client.invalidateQueries({ queryKey: ['mistakes', 'list'] }));
  await waitFor(() => expect(seenOf('GET /mistakes')).toHaveLength(2));
  expect(seenOf('GET /mistakes')[1]?.url).toBe('/api/v1/mistakes');
});

it('keeps the figures until the list is there, so that nothing is pushed down', async () => {
  let arrive: () => void = () => undefined;
  const arrived = new Promise<void>((resolve) => (arrive = resolve));
  answer('GET /mistakes', async () => {
    await arrived;
    return ok({ items: [mistake()], nextCursor: null });
  });
  await renderPage(<MistakesPage />);
  await waitFor(() => expect(seenOf('GET /analytics/home')).toHaveLength(1));
  await act(() => new Promise((resolve) => setTimeout(resolve, 50)));
  expect(screen.queryByText('一共 24 题 · 记牢 9 题')).toBeNull();
  arrive();
  expect(await screen.findByText('一共 24 题 · 记牢 9 题')).toBeTruthy();
  expect(screen.getByText('84-39=')).toBeTruthy();
});

it('shows one knowledge point on a tap', async () => {
  answer('GET /mistakes', ok({ items: [mistake()], nextCursor: null }));
  await renderPage(<MistakesPage />);
  fireEvent.click(await screen.findByRole('button', { name: '退位减法 9 题' }));
  await waitFor(() => expect(seenOf('GET /mistakes')).toHaveLength(2));
  expect(decodeURIComponent(seenOf('GET /mistakes')[1]!.url)).toContain('knowledgePoint=退位减法');
});

it('shows all again when the last mistake of the chosen knowledge point is gone', async () => {
  const list = (...items: ReturnType<typeof mistake>[]) => ok({ items, nextCursor: null });
  answer('GET /mistakes', ({ url }) => (url.includes('knowledgePoint') ? list() : list(mistake())));
  answer('GET /mistakes/statistics', ok(statistics), ok({ ...statistics, byKnowledgePoint: [] }));
  const client = new QueryClient();
  await renderPage(<MistakesPage />, { client });
  fireEvent.click(await screen.findByRole('button', { name: '退位减法 9 题' }));
  expect(await screen.findByText('这一类还没有错题')).toBeTruthy();
  await act(() => client.invalidateQueries({ queryKey: ['mistakes'] }));
  expect(await screen.findByText('84-39=')).toBeTruthy();
  expect(screen.queryByText('这一类还没有错题')).toBeNull();
});

it('says what will be here while it is empty', async () => {
  answer('GET /mistakes', ok({ items: [], nextCursor: null }));
  answer('GET /mistakes/statistics', ok({ ...statistics, total: 0, due: 0, byKnowledgePoint: [] }));
  await renderPage(<MistakesPage />);
  expect(await screen.findByText('错题本还是空的')).toBeTruthy();
});

it('says what went wrong, and loads again on a tap', async () => {
  answer('GET /mistakes', refused(429, 'RATE_LIMITED'), ok({ items: [mistake()], nextCursor: null }));
  await renderPage(<MistakesPage />);
  expect(await screen.findByText('点得有点快，歇一会儿再试')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: '再试一次' }));
  expect(await screen.findByText('84-39=')).toBeTruthy();
});

it("shows a guardian a child's book, to look at only", async () => {
  answer(
    'GET /user/children',
    ok({ items: [{ id: 'c1', nickname: '小雨', schoolYear: null }], nextCursor: null }),
  );
  answer('GET /mistakes', ok({ items: [mistake()], nextCursor: null }));
  await renderPage(<MistakesPage />, { account: GUARDIAN });
  expect(await screen.findByText('84-39=')).toBeTruthy();
  expect(seenOf('GET /mistakes').every(({ url }) => url.includes('studentId=c1'))).toBe(true);
  expect(screen.queryByRole('button', { name: '添加' })).toBeNull();
  expect((await screen.findByText('今晚复习 6 题')).closest('button')).toBeNull();
});
