import { fireEvent, screen, waitFor } from '@testing-library/react';
import { createQueryClient } from '../../shared/http/query-client';
import { answer, forget, ok, seenOf } from '../../testing/fake-server';
import { GUARDIAN, renderPage } from '../../testing/render';
import { profile } from '../../testing/views';
import ProfilePage from './profile';

const call = (nickname: string) =>
  fireEvent.change(screen.getByLabelText('怎么称呼'), { target: { value: nickname } });
const save = () => fireEvent.click(screen.getByRole('button', { name: '保存' }));
const saved = async () => {
  await waitFor(() => expect(seenOf('PUT /user/profile')).toHaveLength(1));
  return seenOf('PUT /user/profile')[0]?.body;
};
const isChosen = (name: string) => screen.getByRole('button', { name }).getAttribute('aria-pressed');

beforeEach(() => {
  forget();
  answer('GET /user/profile', ok(profile()));
  answer('PUT /user/profile', ok(profile({ nickname: '小雨点' })));
});

it('saves what was changed', async () => {
  await renderPage(<ProfilePage />);
  await screen.findByLabelText('怎么称呼');
  call(' 小雨点 ');
  fireEvent.click(screen.getByRole('button', { name: '四年级' }));
  fireEvent.click(screen.getByRole('button', { name: '20 分钟' }));
  save();
  expect(await saved()).toEqual({ nickname: '小雨点', schoolYear: 4, reviewMinutes: 20 });
});

it('leaves as it is what another device has changed since this one read it, and shows it', async () => {
  const client = createQueryClient();
  client.setQueryData(['profile'], profile({ reviewMinutes: 15 }), { updatedAt: 1 });
  let reply = (): void => undefined;
  const replied = new Promise<void>((resolve) => (reply = resolve));
  answer('GET /user/profile', () => replied.then(() => ok(profile({ reviewMinutes: 30 }))));
  await renderPage(<ProfilePage />, { client });
  await screen.findByLabelText('怎么称呼');
  expect(isChosen('15 分钟')).toBe('true');
  call('小雨点');
  reply();
  await waitFor(() => expect(isChosen('30 分钟')).toBe('true'));
  expect(screen.getByDisplayValue('小雨点')).toBeTruthy();
  save();
  expect(await saved()).toEqual({ nickname: '小雨点' });
});

it('asks a guardian only how to call them', async () => {
  answer('GET /user/profile', ok(profile({ role: 'guardian', schoolYear: null })));
  await renderPage(<ProfilePage />, { account: GUARDIAN });
  await screen.findByLabelText('怎么称呼');
  expect(screen.queryByText('几年级')).toBeNull();
  expect(screen.queryByText('每晚复习多久')).toBeNull();
});
