import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, render, type RenderResult } from '@testing-library/react';
import type { AccountView } from '@wuhao/contracts';
import type { ReactElement } from 'react';
import { session } from '../shared/session/session';
import { answer, ok } from './fake-server';
import { openAt } from './taro';

export const STUDENT: AccountView = { id: 's', role: 'student', nickname: '小雨', phone: '138****0001' };
export const GUARDIAN: AccountView = { id: 'g', role: 'guardian', nickname: '雨妈妈', phone: '138****0002' };

interface Options {
  params?: Record<string, string>;
  account?: AccountView | null;
  /** What an earlier visit left on the device. */
  device?: Record<string, string>;
  /** What was read; the app's own where writes correct it. */
  client?: QueryClient;
}

const newClient = (): QueryClient =>
  new QueryClient({ defaultOptions: { queries: { retry: false }, mutations: { retry: false } } });

/** A page as a signed-in account sees it, at an address; no read is repeated by itself. */
export const renderPage = async (
  page: ReactElement,
  { params = {}, account = STUDENT, device = {}, client = newClient() }: Options = {},
): Promise<RenderResult> => {
  openAt(params);
  jest.spyOn(Math, 'random').mockReturnValue(0); // repetitions come at once
  localStorage.clear();
  Object.entries(device).forEach(([name, text]) => localStorage.setItem(name, text));
  if (account) localStorage.setItem('wuhao.signedIn', '1');
  answer('POST /auth/refresh', ok({ accessToken: 'access-1', expiresIn: 900, user: account }));
  await act(() => session.restore());
  return render(<QueryClientProvider client={client}>{page}</QueryClientProvider>);
};
