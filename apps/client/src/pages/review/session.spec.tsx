import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { rateCard } from '../../features/review/outbox';
import { ApiError } from '../../shared/http/api-error';
import { queryClient } from '../../shared/http/query-client';
import { outbox } from '../../shared/outbox/outbox';
import { answer, forget, ok, refused, seenOf } from '../../testing/fake-server';
import { renderPage } from '../../testing/render';
import { moves } from '../../testing/taro';
import { card, mistake } from '../../testing/views';
import ReviewPage from './session';

const today = (...items: ReturnType<typeof card>[]) => ok({ items, total: items.length, minutes: 3 });
const rateRoute = 'POST /mistakes/m1/review';
const think = async () => fireEvent.click(await screen.findByRole('button', { name: '想好了' }));

beforeEach(() => {
  forget();
  queryClient.clear();
  answer('GET /mistakes/m1', ok(mistake()));
  answer(rateRoute, ok({ dueAt: new Date(Date.now() + 4 * 86_400_000).toISOString(), mastery: 0.6 }));
});

it('shows its shape while it loads', async () => {
  answer('GET /mistakes/today-review', () => new Promise(() => undefined));
  await renderPage(<ReviewPage />);
  expect(screen.getByRole('status', { name: '正在打开' })).toBeTruthy();
});

it('says when nothing is due, and leads home', async () => {
  answer('GET /mistakes/today-review', today());
  await renderPage(<ReviewPage />);
  expect(await screen.findByText('今晚没有要复习的题')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: '回首页' }));
  expect(moves).toEqual([{ how: 'tab', url: '/pages/tabs/home' }]);
});

it('says what went wrong, and loads again on a tap', async () => {
  const slow = new ApiError('TIMEOUT', 'slow');
  answer('GET /mistakes/today-review', slow, slow, today(card()));
  await renderPage(<ReviewPage />);
  expect(await screen.findByText('网络有点慢，内容都还在')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: '再试一次' }));
  expect(await screen.findByText('84-39=')).toBeTruthy();
});

it('gives room to think before it shows answers and ratings', async () => {
  answer('GET /mistakes/today-review', today(card()));
  await renderPage(<ReviewPage />);
  await screen.findByText('84-39=');
  expect(screen.queryByText('45')).toBeNull();
  expect(screen.queryByRole('button', { name: /忘了/ })).toBeNull();
  expect(seenOf('GET /mistakes/m1')).toHaveLength(0);

  await think();
  expect(await screen.findByText('45')).toBeTruthy();
  expect(screen.getByRole('button', { name: '忘了，明天再来' })).toBeTruthy();
  expect(screen.getByRole('button', { name: '想了很久，后天再来' })).toBeTruthy();
  expect(screen.getByRole('button', { name: /^想起来了，周.再来$/ })).toBeTruthy();
  expect(screen.getByRole('button', { name: /^很轻松，.*月.*日再来$/ })).toBeTruthy();
});

it('keeps the focus where the review goes on', async () => {
  answer('GET /mistakes/today-review', today(card(), card({ id: 'm2', question: '7×8=' })));
  await renderPage(<ReviewPage />);
  const press = async (name: string | RegExp) => {
    const button = await screen.findByRole('button', { name });
    button.focus();
    fireEvent.click(button);
  };
  await press('想好了');
  await waitFor(() => expect(document.activeElement?.outerHTML).toMatch(/^<h3.*上次写的/));
  await press(/^忘了/);
  await waitFor(() => expect(document.activeElement?.outerHTML).toMatch(/^<h2.*7×8=/));
});

it('sends a rating under its own id, goes on, and sums up at the end', async () => {
  answer(
    'GET /mistakes/today-review',
    ok({ items: [card(), card({ id: 'm2', question: '7×8=' })], total: 5, minutes: 3 }),
  );
  answer('GET /mistakes/m2', ok(mistake({ id: 'm2' })));
  answer(
    'POST /mistakes/m2/review',
    ok({ dueAt: new Date(Date.now() + 86_400_000).toISOString(), mastery: 0.2 }),
  );
  await renderPage(<ReviewPage />);
  fireEvent.change(await screen.findByLabelText('写下答案（可以不写）'), { target: { value: '45' } });
  await think();
  fireEvent.click(await screen.findByRole('button', { name: /想起来了/ }));
  expect(await screen.findByText('第 2 题，共 2 题')).toBeTruthy();
  expect((screen.getByLabelText('写下答案（可以不写）') as HTMLInputElement).value).toBe('');

  const [sent] = seenOf(rateRoute);
  const body = sent?.body as Record<string, unknown>;
  expect(body).toMatchObject({ rating: 'good', studentAnswer: '45' });
  expect(body.id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7/);
  expect(sent?.headers['Idempotency-Key']).toBe(body.id);

  await think();
  fireEvent.click(await screen.findByRole('button', { name: /忘了/ }));
  expect(await screen.findByText('今晚复习完了')).toBeTruthy();
  expect(screen.getByText('还有 3 题明天再看，今天够了')).toBeTruthy();
  expect(screen.getByText(/下一次 · 明天/)).toBeTruthy();
});

const twoCards = () => {
  answer('GET /mistakes/today-review', today(card(), card({ id: 'm2', question: '7×8=' })));
  answer('GET /mistakes/m2', ok(mistake({ id: 'm2' })));
  answer('POST /mistakes/m2/review', ok({ dueAt: new Date().toISOString(), mastery: 0.2 }));
};

it('goes on when a rating cannot be saved, says so, and sends the very same when it can', async () => {
  twoCards();
  answer(rateRoute, new ApiError('NETWORK', 'gone'), ok({ dueAt: new Date().toISOString(), mastery: 0.6 }));
  await renderPage(<ReviewPage />);
  await think();
  fireEvent.click(await screen.findByRole('button', { name: /很轻松/ }));
  expect(await screen.findByText('7×8=')).toBeTruthy();
  fireEvent.click(await screen.findByRole('button', { name: /1 件事等着上网后交/ }));
  expect(screen.getByText('一题的复习：很轻松')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: '现在就试' }));
  await waitFor(() => expect(screen.queryByText(/等着上网后交/)).toBeNull());
  const [first, second] = seenOf(rateRoute);
  expect(second).toEqual(first);
});

it('does not ask again for what was rated here and has not reached the server', async () => {
  twoCards();
  answer(rateRoute, new ApiError('NETWORK', 'gone'));
  const { unmount } = await renderPage(<ReviewPage />);
  await think();
  fireEvent.click(await screen.findByRole('button', { name: /想起来了/ }));
  await screen.findByText('7×8=');
  unmount();
  const kept = { ...localStorage };
  await renderPage(<ReviewPage />, { device: kept });
  expect(await screen.findByText('第 1 题，共 1 题')).toBeTruthy();
  expect(screen.getByText('7×8=')).toBeTruthy();
});

it('does not ask again, without a network, for what the server has already taken', async () => {
  twoCards();
  const { unmount } = await renderPage(<ReviewPage />, { client: queryClient });
  await think();
  fireEvent.click(await screen.findByRole('button', { name: /想起来了/ }));
  await screen.findByText('7×8=');
  await waitFor(() => expect(outbox.state().waiting).toEqual([]));
  unmount();
  answer('GET /mistakes/today-review', new ApiError('NETWORK', 'gone'));
  await renderPage(<ReviewPage />, { client: queryClient });
  expect(await screen.findByText('第 1 题，共 1 题')).toBeTruthy();
  expect(screen.getByText('7×8=')).toBeTruthy();
});

it('reads the cards again when a rating arrives while they are being read', async () => {
  twoCards();
  answer(rateRoute, new ApiError('NETWORK', 'gone'));
  const { unmount } = await renderPage(<ReviewPage />, { client: queryClient });
  await think();
  fireEvent.click(await screen.findByRole('button', { name: /想起来了/ }));
  await screen.findByText('7×8=');
  unmount();
  queryClient.clear(); // the app starts anew, and what waited is sent as the page opens
  let answerLate = (): void => undefined;
  const late = new Promise<void>((resolve) => (answerLate = resolve));
  const both = today(card(), card({ id: 'm2', question: '7×8=' }));
  answer(
    'GET /mistakes/today-review',
    () => late.then(() => both),
    today(card({ id: 'm2', question: '7×8=' })),
  );
  answer(rateRoute, ok({ dueAt: new Date().toISOString(), mastery: 0.6 }));
  await renderPage(<ReviewPage />, { client: queryClient, device: { ...localStorage } });
  await act(() => outbox.flush());
  expect(outbox.state().waiting).toEqual([]);
  answerLate();
  expect(await screen.findByText('第 1 题，共 1 题')).toBeTruthy();
  expect(screen.getByText('7×8=')).toBeTruthy();
});

it('counts two quick taps as one rating', async () => {
  answer('GET /mistakes/today-review', today(card()));
  await renderPage(<ReviewPage />);
  await think();
  const good = await screen.findByRole('button', { name: /想起来了/ });
  act(() => {
    good.click();
    good.click();
  });
  expect(await screen.findByText('今晚复习完了')).toBeTruthy();
  expect(seenOf(rateRoute)).toHaveLength(1);
});

describe('the time a card took', () => {
  const HOUR_MS = 3_600_000;
  const spent = () => seenOf(rateRoute).map(({ body }) => (body as { timeSpentMs: number }).timeSpentMs);
  afterEach(() => jest.restoreAllMocks());

  it.each([
    ['ten minutes when the page was left open over night', 25 * HOUR_MS, 600_000],
    ['nothing when the clock was set back', -HOUR_MS, 0],
  ])('is %s', async (_, passedMs, expectedMs) => {
    answer('GET /mistakes/today-review', today(card()));
    await renderPage(<ReviewPage />);
    await think();
    const good = await screen.findByRole('button', { name: /想起来了/ });
    const now = Date.now();
    jest.spyOn(Date, 'now').mockReturnValue(now + passedMs);
    fireEvent.click(good);
    await waitFor(() => expect(spent()).toEqual([expectedMs]));
  });

  it.each([
    [25 * HOUR_MS, 24 * HOUR_MS],
    [-HOUR_MS, 0],
    // The server may have it already, and takes the same review only with the same words.
    [11 * 60_000, 11 * 60_000],
  ])('of a rating that waits with %d ms is sent as the server takes it', async (keptMs, sentMs) => {
    answer('GET /mistakes/today-review', today());
    await renderPage(<ReviewPage />);
    await act(async () => rateCard('m1', { rating: 'good', timeSpentMs: keptMs }));
    await waitFor(() => expect(spent()).toEqual([sentMs]));
  });
});

it('tells of a rating that the server will never take, without holding the child up', async () => {
  twoCards();
  answer(rateRoute, refused(404, 'NOT_FOUND'));
  await renderPage(<ReviewPage />);
  await think();
  fireEvent.click(await screen.findByRole('button', { name: /忘了/ }));
  expect(await screen.findByText('7×8=')).toBeTruthy();
  fireEvent.click(await screen.findByRole('button', { name: '有 1 件没交上，看一看' }));
  expect(screen.getByText('没有找到，可能已经删掉了')).toBeTruthy();
  expect(screen.getByText('问题编号 request-1')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: /^去掉/ }));
  fireEvent.click(screen.getByRole('button', { name: '去掉它' }));
  expect(screen.queryByText(/没交上/)).toBeNull();
});

it('does not send back to a homework for the answer of a mistake that was added by hand', async () => {
  answer('GET /mistakes/today-review', today(card({ itemId: null, homeworkId: null })));
  answer('GET /mistakes/m1', ok(mistake({ itemId: null, homeworkId: null, expected: null })));
  await renderPage(<ReviewPage />);
  await think();
  expect(await screen.findByText('没有填答案，先自己对一对')).toBeTruthy();
});

it('says that the answer waits for the redo', async () => {
  answer('GET /mistakes/today-review', today(card()));
  answer('GET /mistakes/m1', ok(mistake({ expected: null })));
  await renderPage(<ReviewPage />);
  await think();
  expect(await screen.findByText('这题还没订正，先自己对一对')).toBeTruthy();
});

it('says what went wrong when the server does not give the answer', async () => {
  answer('GET /mistakes/today-review', today(card()));
  answer('GET /mistakes/m1', refused(404, 'NOT_FOUND'));
  await renderPage(<ReviewPage />);
  await think();
  expect(await screen.findByText('没有找到，可能已经删掉了')).toBeTruthy();
});

it('says that the answer needs the network when it cannot be read', async () => {
  answer('GET /mistakes/today-review', today(card()));
  answer('GET /mistakes/m1', new ApiError('NETWORK', 'gone'));
  await renderPage(<ReviewPage />);
  await think();
  expect(await screen.findByText('连上网才看得到，先自己对一对')).toBeTruthy();
});
