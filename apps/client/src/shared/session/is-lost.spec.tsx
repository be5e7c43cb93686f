import { act, renderHook } from '@testing-library/react';
import { answer, forget, ok } from '../../testing/fake-server';
import type { IncomingReply } from '../platform/transport.types';
import { session } from './session';
import { useIsLost } from './use-session';

const user = { id: 's', role: 'student', nickname: '小雨', phone: null } as const;
const pass = (ms: number) => act(() => jest.advanceTimersByTimeAsync(ms));

it('is lost after two seconds of a start to which nobody answers, and no more when somebody does', async () => {
  forget();
  jest.useFakeTimers();
  localStorage.setItem('wuhao.signedIn', '1');
  let arrive = (_reply: IncomingReply) => {};
  answer('POST /auth/refresh', () => new Promise<IncomingReply>((resolve) => (arrive = resolve)));
  const { result } = renderHook(useIsLost);
  act(() => void session.restore());
  await pass(1_900);
  expect(result.current).toBe(false);
  await pass(200);
  expect(result.current).toBe(true);
  await act(async () => arrive(ok({ accessToken: 'a', expiresIn: 900, user })));
  expect(result.current).toBe(false);
  jest.useRealTimers();
});
