import { fireEvent, screen, waitFor } from '@testing-library/react';
import { answer, forget, ok, refused, seenOf } from '../../testing/fake-server';
import { renderPage, STUDENT } from '../../testing/render';
import { moves } from '../../testing/taro';
import LoginPage from './login';

const fill = (label: string, value: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value } });
const send = () => fireEvent.click(screen.getByRole('button', { name: '登录' }));

beforeEach(forget);

it('does not ask for a refresh where nobody was signed in', async () => {
  await renderPage(<LoginPage />, { account: null });
  expect(seenOf('POST /auth/refresh')).toHaveLength(0);
});

it('says what is missing before it asks the server', async () => {
  await renderPage(<LoginPage />, { account: null });
  send();
  expect(screen.getByText('手机号是 1 开头的 11 位数字')).toBeTruthy();
  expect(screen.getByText('还没有填密码')).toBeTruthy();
  expect(seenOf('POST /auth/login')).toHaveLength(0);
});

it('keeps what was typed when the password is wrong, then leads home', async () => {
  answer(
    'POST /auth/login',
    refused(401, 'INVALID_CREDENTIALS'),
    ok({ accessToken: 'a', expiresIn: 900, user: STUDENT }),
  );
  await renderPage(<LoginPage />, { account: null });
  fill('手机号', '138 0000 0001');
  fill('密码', 'secret-words');
  send();
  expect(await screen.findByText('手机号或密码不对，再看一眼')).toBeTruthy();
  expect((screen.getByLabelText('手机号') as HTMLInputElement).value).toBe('138 0000 0001');
  send();
  await waitFor(() => expect(moves).toContainEqual({ how: 'tab', url: '/pages/tabs/home' }));
});

it('ties a field to its name and to what is wrong with it', async () => {
  await renderPage(<LoginPage />, { account: null });
  const field = screen.getByLabelText('手机号', { selector: 'input' });
  expect(field.getAttribute('aria-invalid')).toBeNull();
  send();
  expect(field.getAttribute('aria-invalid')).toBe('true');
  const note = document.getElementById(field.getAttribute('aria-describedby') ?? '');
  expect(note?.textContent).toBe('手机号是 1 开头的 11 位数字');
  expect((screen.getByText('手机号') as HTMLLabelElement).control).toBe(field);
});

it('keeps the focus on a button that works on it', async () => {
  answer('POST /auth/login', () => new Promise(() => undefined));
  await renderPage(<LoginPage />, { account: null });
  fill('手机号', '138 0000 0001');
  fill('密码', 'secret-words');
  const button = screen.getByRole('button', { name: '登录' });
  button.focus();
  send();
  await waitFor(() => expect(button.getAttribute('aria-busy')).toBe('true'));
  expect([button.hasAttribute('disabled'), document.activeElement]).toEqual([false, button]);
  send();
  expect(seenOf('POST /auth/login')).toHaveLength(1);
});

it('can show the password', async () => {
  await renderPage(<LoginPage />, { account: null });
  const type = () => (screen.getByLabelText('密码') as HTMLInputElement).type;
  expect(type()).toBe('password');
  fireEvent.click(screen.getByRole('button', { name: '显示密码' }));
  expect(type()).toBe('text');
});
