import { QueryClientProvider } from '@tanstack/react-query';
import { useEffect, type PropsWithChildren } from 'react';
import './app.scss';
// Every kind of write that may wait in the outbox is known from the start, whatever page is open.
import './features/review/outbox';
import { queryClient } from './shared/http/query-client';
import { driveOutbox } from './shared/outbox/outbox';
import { watchAppState } from './shared/platform/app-state';
import { session } from './shared/session/session';

watchAppState();
void session.restore();
driveOutbox();

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
