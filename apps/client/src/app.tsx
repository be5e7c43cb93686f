import { QueryClientProvider } from '@tanstack/react-query';
import { useEffect, type PropsWithChildren } from 'react';
import './app.scss';
import { queryClient } from './shared/http/query-client';
import { watchAppState } from './shared/platform/app-state';
import { session } from './shared/session/session';

watchAppState();
void session.restore();

export default function App({ children }: PropsWithChildren) {
  // Nothing of one account is shown to the next.
  useEffect(
    () =>
      session.subscribe(() => {
        if (session.state().status === 'out') queryClient.clear();
      }),
    [],
  );
  return <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>;
}
