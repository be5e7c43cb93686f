import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { outbox } from '../../shared/outbox/outbox';
import { answer, forget, ok, refused, seenOf } from '../../testing/fake-server';
import { GUARDIAN, renderPage } from '../../testing/render';
import { moves } from '../../testing/taro';
import { homework, item } from '../../testing/views';
import ResultPage from './result';

const show = (more = {}) => renderPage(<ResultPage />, { params: { id: 'h1' }, ...more });
const panel = () => within(screen.getByRole('region', { name: '题目' }));
const openItem = async () => fireEvent.click(await screen.findByRole('button', { name: /第 1 题/ }));
const redo = async (text: string) => {
  fireEvent.change(screen.getByLabelText('新的答案'), { target: { value: text } });
  await act(async () => void fireEvent.click(screen.getByRole('button', { name: '看看对不对' })));
};

beforeEach(() => {
  forget();
  answer('GET /homework/h1', ok(homework()));
});

it('shows its shape while it loads', async () => {
  answer('GET /homework/h1', () => new Promise(() => undefined));
  await show();
  expect(screen.getByRole('status', { name: '正在打开' })).toBeTruthy();
});

it('says when it is gone, and loads again on a tap', async () => {
  answer('GET /homework/h1', refused(404, 'NOT_FOUND'), ok(homework()));
  await show();
  expect(await screen.findByText('没有找到，可能已经删掉了')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: '再试一次' }));
  expect(await screen.findByText('已判 2/3 · 1 题请看一眼')).toBeTruthy();
});

it('lays a mark on every item, in its place, and says what it means', async () => {
  await show();
  const wrong = await screen.findByRole('button', { name: '第 1 题，84-39=55，这里再看一眼' });
  expect(wrong.className).toContain('mark-wrong');
  expect(wrong.style).toMatchObject({ left: '10%', width: '30%' });
  expect(screen.getByRole('button', { name: '第 2 题，36+27=63，对' }).className).toContain('mark-correct');
  expect(screen.getByRole('button', { name: '第 3 题，28+46=74，请看一眼' }).className).toContain(
    'mark-suspect',
  );
});

it('loads a screenful of the photo, and every pixel of it once it is enlarged', async () => {
  await show();
  const sources = () =>
    [...document.querySelectorAll('.page-photo-picture')].map((image) => image.getAttribute('src'));
  fireEvent.click(await screen.findByRole('button', { name: '放大照片' }));
  const screenful = '/p&part=0,0,1000,1400&type=webp';
  await waitFor(() => expect(sources()).toEqual([screenful, '/p']));
  fireEvent.click(screen.getByRole('button', { name: '看整页' }));
  await waitFor(() => expect(sources()).toEqual([screenful]));
});

it('lists what still wants a look first, and everything on a tap', async () => {
  await show();
  await screen.findByText('已判 2/3 · 1 题请看一眼');
  expect(panel().getAllByRole('button')).toHaveLength(2);
  fireEvent.click(screen.getByRole('button', { name: '全部 3' }));
  expect(panel().getAllByRole('button')).toHaveLength(3);
});

it('keeps the focus at the items when one of them is opened and left', async () => {
  await show();
  const press = async (name: string | RegExp) => {
    const button = await screen.findByRole('button', { name });
    button.focus();
    fireEvent.click(button);
  };
  await press(/^84-39=55/);
  await waitFor(() => expect(document.activeElement?.outerHTML).toMatch(/^<h2.*这里再看一眼/));
  await press('全部题目');
  await waitFor(() => expect(document.activeElement?.outerHTML).toMatch(/^<h2.*已判 2\/3/));
});

it('opens the next item at its top, and leaves the focus on the step', async () => {
  await show();
  await openItem();
  const pane = () => screen.getByRole('region', { name: '这一题' });
  pane().scrollTop = 120;
  const next = screen.getByRole('button', { name: '下一题' });
  next.focus();
  fireEvent.click(next);
  expect(await screen.findByText('36+27=63')).toBeTruthy();
  expect(pane().scrollTop).toBe(0);
  expect(document.activeElement).toBe(next);
});

it('names the photos by how many pages they are', async () => {
  const [first] = homework().pages;
  answer('GET /homework/h1', ok(homework({ pages: [first!, { ...first!, n: 2 }] })));
  await show();
  expect(await screen.findByRole('region', { name: '2 页作业的照片' })).toBeTruthy();
});

it('says so when no item was found, or all are right', async () => {
  answer('GET /homework/h1', ok(homework({ items: [], score: { judged: 0, total: 0, correct: 0 } })));
  await show();
  expect(await screen.findByText('这一份没有找到题目')).toBeTruthy();
});

it('does not open an item that is not unsure as if it were wrong', async () => {
  await show();
  fireEvent.click(await screen.findByRole('button', { name: /第 3 题/ }));
  expect(screen.getByText(/不算对也不算错/)).toBeTruthy();
  expect(screen.queryByLabelText('新的答案')).toBeNull();
});

describe('redo', () => {
  const route = 'POST /homework/h1/items/i1/redo';

  it('does not show the right answer before the child has tried', async () => {
    await show();
    await openItem();
    expect(screen.getByLabelText('新的答案')).toBeTruthy();
    expect(screen.queryByText('正确答案')).toBeNull();
    expect(screen.queryByRole('button', { name: '看看正确答案' })).toBeNull();
  });

  it('offers the symbols of arithmetic as keys', async () => {
    await show();
    await openItem();
    fireEvent.change(screen.getByLabelText('新的答案'), { target: { value: '3' } });
    fireEvent.click(screen.getByRole('button', { name: '余号' }));
    expect((screen.getByLabelText('新的答案') as HTMLInputElement).value).toBe('3……');
  });

  it('marks the item as put right', async () => {
    const corrected = item({ expected: '45', correction: { tries: 1, corrected: true } });
    answer(route, ok({ verdict: 'correct', item: corrected }));
    await show();
    await openItem();
    await redo(' 45 ');
    expect(await screen.findByText('这次对了，订正好了')).toBeTruthy();
    expect(screen.getByText('45')).toBeTruthy();
    const mark = screen.getByRole('button', { name: '第 1 题，84-39=55，订正好了' });
    expect(mark.className).toContain('mark-corrected');
    expect(seenOf(route)[0]?.body).toEqual({ answer: '45' });
  });

  it('holds the right answer back behind a tap after a wrong try', async () => {
    answer(
      route,
      ok({ verdict: 'wrong', item: item({ expected: '45', correction: { tries: 1, corrected: false } }) }),
    );
    await show();
    await openItem();
    await redo('46');
    expect(await screen.findByText('还不对，再想想')).toBeTruthy();
    expect(screen.queryByText('45')).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: '看看正确答案' }));
    expect(screen.getByText('45')).toBeTruthy();
  });

  it('keeps an answer that cannot be sent, says so, and sends it under the same key when it can', async () => {
    answer(route, refused(503, 'STORAGE_UNAVAILABLE'), ok({ verdict: 'wrong', item: item() }));
    await show();
    await openItem();
    await redo('46');
    expect(await screen.findByText('记下了，连上网就告诉你对不对')).toBeTruthy();
    expect(screen.queryByLabelText('新的答案')).toBeNull();
    const said = screen.getByText('记下了，连上网就告诉你对不对').closest('[role=status]');
    await act(() => outbox.flush());
    expect(screen.getByLabelText('新的答案')).toBeTruthy();
    expect(screen.getByText('还不对，再想想').closest('[role=status]')).toBe(said);
    const [first, second] = seenOf(route).map(({ headers }) => headers['Idempotency-Key']);
    expect(first).toMatch(/^[0-9a-f-]{36}$/);
    expect(second).toBe(first);
  });

  it('tells what came of an answer that had to wait also who looked at another item meanwhile', async () => {
    answer(route, refused(503, 'STORAGE_UNAVAILABLE'), ok({ verdict: 'wrong', item: item() }));
    await show();
    await openItem();
    await redo('46');
    await screen.findByText('记下了，连上网就告诉你对不对');
    fireEvent.click(screen.getByRole('button', { name: '下一题' }));
    fireEvent.click(screen.getByRole('button', { name: '上一题' }));
    expect(screen.getByText('记下了，连上网就告诉你对不对')).toBeTruthy();
    await act(() => outbox.flush());
    expect(await screen.findByText('还不对，再想想')).toBeTruthy();
  });

  it('tells when an answer that had to wait is refused', async () => {
    answer(route, refused(503, 'STORAGE_UNAVAILABLE'), refused(404, 'NOT_FOUND'));
    await show();
    await openItem();
    await redo('46');
    await screen.findByText('记下了，连上网就告诉你对不对');
    await act(() => outbox.flush());
    expect(await screen.findByText('没有找到，可能已经删掉了')).toBeTruthy();
    expect((screen.getByLabelText('新的答案') as HTMLInputElement).value).toBe('46');
    expect(outbox.state().refused).toEqual([]);
  });

  it('tells here and now what the server refuses, and keeps what was typed', async () => {
    answer(route, refused(404, 'NOT_FOUND'));
    await show();
    await openItem();
    await redo('46');
    expect(await screen.findByText('没有找到，可能已经删掉了')).toBeTruthy();
    expect((screen.getByLabelText('新的答案') as HTMLInputElement).value).toBe('46');
    expect(outbox.state().refused).toEqual([]);
  });

  it('leaves for the home page what the server refuses once the child is somewhere else', async () => {
    let refuse = () => {};
    answer(route, () => new Promise((resolve) => (refuse = () => resolve(refused(409, 'CONFLICT')))));
    const page = await show();
    await openItem();
    await redo('46');
    page.unmount();
    await act(async () => refuse());
    await waitFor(() => expect(outbox.state().refused).toHaveLength(1));
    act(() => outbox.state().refused.forEach(({ id }) => outbox.drop(id)));
  });
});

it('shows a guardian the right answer, and leaves the redo to the child', async () => {
  answer('GET /homework/h1', ok(homework({ items: [item({ expected: '45' })] })));
  await show({ params: { id: 'h1', studentId: 'c1' }, account: GUARDIAN });
  await openItem();
  expect(screen.getByText('45')).toBeTruthy();
  expect(screen.queryByLabelText('新的答案')).toBeNull();
  expect(seenOf('GET /homework/h1')[0]?.url).toContain('studentId=c1');
});

it('goes to the progress page while it is still being graded', async () => {
  answer('GET /homework/h1', ok(homework({ status: 'grading', items: [] })));
  await show();
  await waitFor(() =>
    expect(moves).toContainEqual({ how: 'replace', url: '/pages/homework/progress?id=h1' }),
  );
});
