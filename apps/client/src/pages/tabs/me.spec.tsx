import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { handIn } from '../../features/homework/outbox';
import { watchLogOut } from '../../features/homework/photos-on-device';
import { rateCard } from '../../features/review/outbox';
import { keepReads } from '../../shared/cache/read-cache';
import { ApiError } from '../../shared/http/api-error';
import { queryClient } from '../../shared/http/query-client';
import { outbox } from '../../shared/outbox/outbox';
import { UNTOUCHED } from '../../shared/photo/edit';
import { keptPhotos } from '../../shared/platform/kept-photos';
import { session } from '../../shared/session/session';
import { answer, forget, ok, refused, seenOf } from '../../testing/fake-server';
import { renderPage, STUDENT } from '../../testing/render';
import { home } from '../../testing/views';
import MePage from './me';

const gone = new ApiError('NETWORK', 'gone');
const RATE = 'POST /mistakes/m1/review';

keepReads();

beforeEach(() => {
  forget();
  answer('POST /auth/logout', ok(undefined, 204));
});

/** A page of an account with reads, a rating and a homework with its photo on the device. */
const withWrites = async () => {
  answer(RATE, gone);
  answer('POST /files/upload', gone);
  answer('GET /files/uploads/p1', gone);
  await renderPage(<MePage />);
  queryClient.setQueryData(['home', 'me'], home());
  await act(async () => {
    rateCard('m1', { rating: 'good' });
    const photo = { id: 'p1', url: 'blob:p1', file: new File(['x'], 'p1') };
    await handIn('0193a000-0000-7000-8000-000000000001', { subject: 'math', photos: [photo] }, () => true);
  });
  window.dispatchEvent(new Event('visibilitychange'));
};
const ask = () => fireEvent.click(screen.getByRole('button', { name: '退出登录' }));
const isOut = () => waitFor(() => expect(session.state().status).toBe('out'));
const onDevice = () => Object.keys(localStorage).sort();
const drain = async () => {
  answer(RATE, ok({ dueAt: new Date().toISOString(), mastery: 0.6 }));
  answer('GET /files/uploads/p1', refused(404, 'NOT_FOUND'));
  answer('POST /files/upload', ok({ id: 'f1' }, 201));
  answer('POST /homework', ok({ id: 'h1', status: 'queued' }, 202));
  await act(() => outbox.flush());
};

it('asks once, and leaves nothing of the account on the device', async () => {
  await renderPage(<MePage />);
  queryClient.setQueryData(['home', 'me'], home());
  expect(onDevice()).toContain('wuhao.account');
  ask();
  fireEvent.click(screen.getByRole('button', { name: '退出' }));
  await isOut();
  expect(onDevice()).toEqual([]);
  expect(queryClient.getQueryCache().getAll()).toEqual([]);
});

it('says that photos which are not handed in are lost by it, and leaves none of them', async () => {
  watchLogOut();
  const page = (id: string) => ({
    key: id,
    source: { id },
    photo: { id },
    hints: [],
    canEdit: true,
    edit: UNTOUCHED,
  });
  await keptPhotos.keep({ id: 'd1', url: 'blob:d1' });
  await renderPage(<MePage />, {
    device: { 'wuhao.of.s.draft': JSON.stringify({ pages: [page('d1'), page('d2')], subject: 'math' }) },
  });
  ask();
  expect(screen.getByText(/还有 2 张照片没有交，退出以后就没有了。/)).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: '退出' }));
  await isOut();
  expect(onDevice()).toEqual([]);
  await waitFor(async () => expect(await keptPhotos.ids()).not.toContain('d1'));
});

it('sends first when the person says so, and stays logged in when that does not work', async () => {
  await withWrites();
  ask();
  expect(screen.getByText('还有 2 件事没交上')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: '先交上再退出' }));
  expect(await screen.findByText('网络没连上，内容都还在')).toBeTruthy();
  expect(session.state().status).toBe('in');

  answer(RATE, ok({ dueAt: new Date().toISOString(), mastery: 0.6 }));
  answer('GET /files/uploads/p1', refused(404, 'NOT_FOUND'));
  answer('POST /files/upload', ok({ id: 'f1' }, 201));
  answer('POST /homework', ok({ id: 'h1', status: 'queued' }, 202));
  fireEvent.click(screen.getByRole('button', { name: '先交上再退出' }));
  await isOut();
  expect(seenOf('POST /homework')).toHaveLength(1);
  expect(onDevice()).toEqual([]);
  expect(await keptPhotos.ids()).toEqual([]);
});

it('stays logged in when the server refuses what is to be sent first, and says why', async () => {
  await withWrites();
  await drain();
  answer(RATE, refused(403, 'CONSENT_REQUIRED'));
  await act(async () => rateCard('m2', { rating: 'good' }));
  answer('POST /mistakes/m2/review', refused(403, 'CONSENT_REQUIRED'));
  await act(() => outbox.flush());
  ask();
  fireEvent.click(screen.getByRole('button', { name: '先交上再退出' }));
  expect(await screen.findByText('需要家长先同意，才能继续')).toBeTruthy();
  expect(screen.getByText('问题编号 request-1')).toBeTruthy();
  expect(session.state().status).toBe('in');
  await act(async () => outbox.state().refused.forEach(({ id }) => outbox.drop(id)));
});

it('keeps writes and their photos, and nothing else, for the next log-in of the same account', async () => {
  await withWrites();
  ask();
  fireEvent.click(screen.getByRole('button', { name: '留着，下次登录再交' }));
  await isOut();
  expect(onDevice()).toHaveLength(2);
  expect(onDevice().every((name) => name.startsWith('wuhao.of.s.outbox.'))).toBe(true);
  expect(await keptPhotos.ids()).toEqual(['p1']);

  await act(() => session.begin({ accessToken: 'a', expiresIn: 900, user: STUDENT }));
  await drain();
  expect(seenOf('POST /homework')).toHaveLength(1);
  expect(outbox.state().waiting).toEqual([]);
});

it('has the server take the cookie away as soon as it can, after a log-out without a network', async () => {
  await renderPage(<MePage />);
  answer('POST /auth/logout', gone, ok(undefined, 204));
  ask();
  fireEvent.click(screen.getByRole('button', { name: '退出' }));
  await isOut();
  expect(onDevice()).toEqual(['wuhao.owesLogOut']);
  await act(() => session.restore());
  const [, told] = seenOf('POST /auth/logout');
  expect(told?.headers.Authorization).toBe('Bearer access-1');
  expect(onDevice()).toEqual([]);
  expect(session.state().status).toBe('out');
});

it('discards what the person gives up, with its photos', async () => {
  await withWrites();
  ask();
  fireEvent.click(screen.getByRole('button', { name: '不交了，直接退出' }));
  await isOut();
  expect(onDevice()).toEqual([]);
  expect(await keptPhotos.ids()).toEqual([]);
});
