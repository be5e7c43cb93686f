import { act, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { ApiError } from '../../shared/http/api-error';
import { ToastLine } from '../../shared/ui/ToastLine';
import { answer, forget, ok, refused, seenOf } from '../../testing/fake-server';
import { GUARDIAN, renderPage } from '../../testing/render';
import { moves } from '../../testing/taro';
import { mistake } from '../../testing/views';
import MistakePage from './detail';

const show = (more = {}) => renderPage(<MistakePage />, { params: { id: 'm1' }, ...more });

beforeEach(() => {
  forget();
  answer('GET /mistakes/m1', ok(mistake()));
});

it('shows the item, its answers and when it comes back', async () => {
  await show();
  expect(await screen.findByText('84-39=')).toBeTruthy();
  for (const text of ['55', '45', '算错了', '退位减法', '今天', '1 次', '还要再看看']) {
    expect(screen.getByText(text)).toBeTruthy();
  }
});

it('holds the right answer back until the redo, and leads there', async () => {
  answer('GET /mistakes/m1', ok(mistake({ expected: null })));
  await show();
  expect(await screen.findByText('再算一次以后，这里会有答案')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: /去再算一次/ }));
  expect(moves).toEqual([{ how: 'open', url: '/pages/homework/result?id=h1&itemId=i1' }]);
});

it('takes an item out, and says so, but leads nobody away who has gone back meanwhile', async () => {
  let take = (): void => undefined;
  const taken = new Promise<void>((resolve) => (take = resolve));
  answer('DELETE /mistakes/m1', () => taken.then(() => ok(undefined, 204)));
  const { unmount } = await show();
  fireEvent.click(await screen.findByRole('button', { name: '从错题本拿掉' }));
  fireEvent.click(screen.getByRole('button', { name: '拿掉' }));
  await waitFor(() => expect(seenOf('DELETE /mistakes/m1')).toHaveLength(1));
  unmount();
  render(<ToastLine />);
  expect(screen.queryByText('已经拿掉了')).toBeNull();
  await act(async () => take());
  expect(await screen.findByText('已经拿掉了')).toBeTruthy();
  expect(moves).toEqual([]);
});

it('asks before it takes an item out, keeps it when that fails, then goes back', async () => {
  answer('DELETE /mistakes/m1', new ApiError('NETWORK', 'gone'), ok(undefined, 204));
  await show();
  fireEvent.click(await screen.findByRole('button', { name: '从错题本拿掉' }));
  expect(seenOf('DELETE /mistakes/m1')).toHaveLength(0);
  const dialog = within(screen.getByRole('dialog', { name: '拿掉这一题' }));
  fireEvent.click(dialog.getByRole('button', { name: '拿掉' }));
  expect(await dialog.findByText('网络没连上，内容都还在')).toBeTruthy();
  fireEvent.click(dialog.getByRole('button', { name: '拿掉' }));
  await waitFor(() => expect(moves).toEqual([{ how: 'back', url: '' }]));
  // On its way back the page does not ask for what is gone.
  expect(seenOf('GET /mistakes/m1')).toHaveLength(1);
});

it('lets a guardian look, and take nothing out', async () => {
  await show({ params: { id: 'm1', studentId: 'c1' }, account: GUARDIAN });
  expect(await screen.findByText('84-39=')).toBeTruthy();
  expect(screen.queryByRole('button', { name: '从错题本拿掉' })).toBeNull();
  expect(seenOf('GET /mistakes/m1')[0]?.url).toContain('studentId=c1');
});

it('says when it is gone', async () => {
  answer('GET /mistakes/m1', refused(404, 'NOT_FOUND'));
  await show();
  expect(await screen.findByText('没有找到，可能已经删掉了')).toBeTruthy();
});
