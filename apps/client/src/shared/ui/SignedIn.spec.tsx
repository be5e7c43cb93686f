import { act, render } from '@testing-library/react';
import { answer, forget, ok } from '../../testing/fake-server';
import { view } from '../../testing/session';
import { moves, openAt } from '../../testing/taro';
import { session } from '../session/session';
import { SignedIn } from './SignedIn';

beforeEach(forget);

it('opens the log-in page once, however many pages are left: what is typed on it must not go with a second one', async () => {
  openAt({});
  answer('POST /auth/logout', ok(null));
  await session.begin(view('a1'));
  render(
    <>
      <SignedIn>home</SignedIn>
      <SignedIn>me</SignedIn>
      <SignedIn>result</SignedIn>
    </>,
  );
  await act(() => session.end());
  expect(moves).toEqual([{ how: 'restart', url: '/pages/auth/login' }]);

  // Another day on the same device.
  await act(() => session.begin(view('a2')));
  await act(() => session.end());
  expect(moves).toHaveLength(2);
});
