import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import type { ItemPatched, ItemView } from '@wuhao/contracts';
import { outbox } from '../../shared/outbox/outbox';
import { answer, forget, ok, refused, seen, seenOf } from '../../testing/fake-server';
import { GUARDIAN, renderPage } from '../../testing/render';
import { homework, item } from '../../testing/views';
import ResultPage from './result';

const ROUTE = 'PATCH /homework/h1/items/i1';
const WAITING = '记下了，连上网就告诉你结果';
const suspect = item({ verdict: 'suspect' });
const correct = item({ verdict: 'correct' });
const unread = item({ verdict: 'unreadable', text: '', question: '', studentAnswer: null });

const button = (name: string) => screen.getByRole('button', { name });
const tap = (name: string) => act(async () => void fireEvent.click(button(name)));
const field = (name: string) => screen.getByLabelText(name) as HTMLInputElement;
const type = (name: string, value: string) => fireEvent.change(field(name), { target: { value } });
const patched = (verdict: ItemPatched['verdict'], of: ItemView) =>
  ok({ verdict, item: of, score: { judged: 3, total: 3, correct: 2 } });

type Opening = Parameters<typeof renderPage>[1] & {
  /** As the server has it once it was told. */
  becomes?: ItemView;
};

/** The detail of the one item that the server has. */
const openItem = async (of: ItemView, { becomes = of, ...more }: Opening = {}) => {
  const has = (one: ItemView, judged: number) =>
    ok(homework({ items: [one], score: { judged, total: 3, correct: judged - 1 } }));
  answer('GET /homework/h1', has(of, 2), has(becomes, becomes === of ? 2 : 3));
  await renderPage(<ResultPage />, { params: { id: 'h1' }, ...more });
  fireEvent.click(await screen.findByRole('button', { name: /第 1 题/ }));
};

beforeEach(forget);

describe('an item that the grader is not sure of', () => {
  it('is judged once somebody says that it was read right', async () => {
    answer(ROUTE, patched('correct', correct));
    await openItem(suspect, { becomes: correct });
    expect(await screen.findByText('84-39=55')).toBeTruthy();
    await tap('我看过，就是这样');
    const mark = await screen.findByRole('button', { name: '第 1 题，84-39=55，对' });
    expect(mark.className).toContain('mark-correct');
    expect(screen.queryByRole('button', { name: '我看过，就是这样' })).toBeNull();
    await tap('全部题目');
    expect(await screen.findByText('已判 3/3')).toBeTruthy();
    expect(seenOf(ROUTE).map(({ body }) => body)).toEqual([{ action: 'confirm' }]);
  });

  it('leads on to the redo when it is wrong', async () => {
    answer(ROUTE, patched('wrong', item()));
    await openItem(suspect, { becomes: item() });
    await tap('我看过，就是这样');
    expect(await screen.findByLabelText('新的答案')).toBeTruthy();
  });

  it('is read anew as it stands on the paper', async () => {
    answer(ROUTE, patched('correct', correct));
    await openItem(suspect, { becomes: correct });
    await tap('读得不对，改一改');
    expect([field('纸上的题目').value, field('纸上的答案').value]).toEqual(['84-39=', '55']);
    type('纸上的题目', '9');
    await tap('乘号');
    expect(field('纸上的题目').value).toBe('9×');
    type('纸上的题目', ' 9×5= ');
    type('纸上的答案', '45');
    await tap('按这个再看一遍');
    await waitFor(() =>
      expect(seenOf(ROUTE)[0]?.body).toEqual({ action: 'edit', question: '9×5=', studentAnswer: '45' }),
    );
  });

  it('says when it cannot be judged that way, and keeps what was typed', async () => {
    answer(ROUTE, patched('unreadable', suspect));
    await openItem(suspect);
    await tap('读得不对，改一改');
    type('纸上的答案', '四十五');
    await tap('按这个再看一遍');
    expect(await screen.findByText('这样还判不了，改一改再试')).toBeTruthy();
    expect(field('纸上的答案').value).toBe('四十五');
  });

  it('asks what stands there when nothing was read, and waits until both are said', async () => {
    await openItem(unread);
    expect(screen.queryByRole('button', { name: '我看过，就是这样' })).toBeNull();
    type('纸上的题目', '84-39=');
    await tap('按这个再看一遍');
    type('纸上的题目', '');
    type('纸上的答案', '45');
    await tap('按这个再看一遍');
    expect(seenOf(ROUTE)).toEqual([]);
  });

  it('takes the answer that was missed on an item that looked empty', async () => {
    await openItem(item({ verdict: 'unanswered', text: '84-39=', studentAnswer: null }));
    expect(screen.queryByRole('button', { name: '我看过，就是这样' })).toBeNull();
    await tap('其实写了，补上答案');
    expect(field('纸上的题目').value).toBe('84-39=');
  });
});

describe('without a network', () => {
  it('keeps what was said, says so, and sends it once, under one key', async () => {
    answer(ROUTE, refused(503, 'STORAGE_UNAVAILABLE'), patched('correct', correct));
    await openItem(suspect, { becomes: correct });
    await tap('我看过，就是这样');
    expect(await screen.findByText(WAITING)).toBeTruthy();
    expect(screen.queryByRole('button', { name: '我看过，就是这样' })).toBeNull();
    expect(outbox.state().waiting.map(outbox.describe)).toEqual(['看过一题：84-39=55']);
    await act(() => outbox.flush());
    await act(() => outbox.flush());
    expect(outbox.state().waiting).toEqual([]);
    const keys = seenOf(ROUTE).map(({ headers }) => headers['Idempotency-Key']);
    expect(keys).toHaveLength(2);
    expect(keys[0]).toMatch(/^[0-9a-f-]{36}$/);
    expect(keys[1]).toBe(keys[0]);
  });

  it('says when it cannot be judged that way once it was sent', async () => {
    answer(ROUTE, refused(503, 'STORAGE_UNAVAILABLE'), patched('unreadable', suspect));
    await openItem(suspect);
    await tap('我看过，就是这样');
    const said = (await screen.findByText(WAITING)).closest('[role=status]');
    await act(() => outbox.flush());
    expect((await screen.findByText('这样还判不了，改一改再试')).closest('[role=status]')).toBe(said);
  });

  it('tells when an appeal that had to wait is refused', async () => {
    answer(ROUTE, refused(503, 'STORAGE_UNAVAILABLE'), refused(409, 'CONFLICT'));
    await openItem(item());
    await tap('不对，申诉');
    await screen.findByText('申诉记下了，连上网就改成「请看一眼」');
    await act(() => outbox.flush());
    expect(await screen.findByText('这件事已经做过了')).toBeTruthy();
    expect(outbox.state().refused).toEqual([]);
  });

  it('sends an appeal and the redo of another item in the order they were made', async () => {
    const down = refused(503, 'STORAGE_UNAVAILABLE');
    answer(ROUTE, down, down, patched('suspect', suspect));
    const other = 'POST /homework/h1/items/i2/redo';
    answer(other, ok({ verdict: 'correct', item: item({ id: 'i2' }) }));
    answer('GET /homework/h1', ok(homework({ items: [item(), item({ id: 'i2' })] })));
    await renderPage(<ResultPage />, { params: { id: 'h1' } });
    fireEvent.click(await screen.findByRole('button', { name: /第 1 题/ }));
    await tap('不对，申诉');
    expect(await screen.findByText('申诉记下了，连上网就改成「请看一眼」')).toBeTruthy();
    expect(screen.queryByLabelText('新的答案')).toBeNull();
    await tap('下一题');
    type('新的答案', '45');
    await tap('看看对不对');
    await act(() => outbox.flush());
    const writes = seen.map(({ route }) => route).filter((route) => [ROUTE, other].includes(route));
    expect(writes).toEqual([ROUTE, ROUTE, ROUTE, other]);
    expect(outbox.state().waiting).toEqual([]);
  });

  it('tells here and now what the server refuses', async () => {
    answer(ROUTE, refused(409, 'CONFLICT'));
    await openItem(suspect);
    await tap('我看过，就是这样');
    expect(await screen.findByText('这件事已经做过了')).toBeTruthy();
    expect(outbox.state().refused).toEqual([]);
  });
});

describe('a wrong item', () => {
  it('is unsure again after an appeal, and can then be read anew', async () => {
    answer(ROUTE, patched('suspect', suspect));
    await openItem(item({ mistakeId: 'm1' }), { becomes: suspect });
    await tap('不对，申诉');
    expect(await screen.findByText(/不算对也不算错/)).toBeTruthy();
    expect(screen.queryByText('已经放进错题本，会按日子来复习')).toBeNull();
    expect(button('读得不对，改一改')).toBeTruthy();
    await waitFor(() => expect(seenOf(ROUTE)[0]?.body).toEqual({ action: 'appeal' }));
  });
});

describe('a guardian', () => {
  const ofChild = { params: { id: 'h1', studentId: 'c1' }, account: GUARDIAN };

  it('may say so for the child', async () => {
    answer(ROUTE, patched('correct', correct));
    await openItem(suspect, { ...ofChild, becomes: correct });
    await tap('我看过，就是这样');
    expect(await screen.findByRole('button', { name: '第 1 题，84-39=55，对' })).toBeTruthy();
    expect(seenOf(ROUTE)[0]?.url).toContain('studentId=c1');
  });

  it('waits while other pages are being graded', async () => {
    answer('GET /homework/h1', ok(homework({ status: 'grading', items: [suspect] })));
    await renderPage(<ResultPage />, ofChild);
    fireEvent.click(await screen.findByRole('button', { name: /第 1 题/ }));
    expect(screen.queryByRole('button', { name: '我看过，就是这样' })).toBeNull();
  });
});
