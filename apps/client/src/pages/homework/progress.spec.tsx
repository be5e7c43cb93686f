import { fireEvent, screen, waitFor } from '@testing-library/react';
import { answer, forget, ok, refused } from '../../testing/fake-server';
import { renderPage } from '../../testing/render';
import { moves } from '../../testing/taro';
import { homework, picture } from '../../testing/views';
import ProgressPage from './progress';

const page = (n: number, more: object) => ({ n, status: 'queued' as const, problem: null, picture, ...more });
const show = () => renderPage(<ProgressPage />, { params: { id: 'h1' } });

beforeEach(() => {
  forget();
  // No stream in these tests: the page asks again by itself.
  globalThis.fetch = () => Promise.reject(new TypeError('no stream here'));
});

it('shows its shape while it loads', async () => {
  answer('GET /homework/h1', () => new Promise(() => undefined));
  await show();
  expect(screen.getByRole('status', { name: '正在打开' })).toBeTruthy();
});

it('says for each page how far it is, and that leaving is safe', async () => {
  const pages = [page(1, { status: 'graded' }), page(2, { status: 'grading' }), page(3, {})];
  answer('GET /homework/h1', ok(homework({ status: 'grading', items: [], pages })));
  await show();
  expect(await screen.findByText('第 1 页好了')).toBeTruthy();
  expect(screen.getByText('正在看第 2 页')).toBeTruthy();
  expect(screen.getByText('第 3 页在排队')).toBeTruthy();
  expect(screen.getByText('可以先去做别的，批好了首页会有')).toBeTruthy();
});

it('keeps asking where no stream comes through, and goes to the result when all is graded', async () => {
  answer('GET /homework/h1', ok(homework({ status: 'queued', items: [] })), ok(homework()));
  await show();
  await screen.findByText('正在一页一页看');
  await waitFor(() => expect(moves).toContainEqual({ how: 'replace', url: '/pages/homework/result?id=h1' }), {
    timeout: 5_000,
  });
});

it('says why a page was not graded and what to do about it', async () => {
  const pages = [page(1, { status: 'failed', problem: 'blurred' })];
  answer('GET /homework/h1', ok(homework({ status: 'failed', items: [], pages })));
  await show();
  expect(await screen.findByText('这一页有点糊，重拍一张试试')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: '重新拍' }));
  expect(moves).toEqual([{ how: 'replace', url: '/pages/homework/capture' }]);
});

it('says when it could not be loaded, and tries again on a tap', async () => {
  const down = refused(503, 'STORAGE_UNAVAILABLE');
  answer('GET /homework/h1', down, down, down, ok(homework({ status: 'queued', items: [] })));
  await show();
  fireEvent.click(await screen.findByRole('button', { name: '再试一次' }));
  expect(await screen.findByText('正在一页一页看')).toBeTruthy();
});
