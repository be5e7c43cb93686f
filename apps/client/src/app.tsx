import { QueryClientProvider } from '@tanstack/react-query';
import type { PropsWithChildren } from 'react';
import './app.scss';
// Every kind of write that may wait in the outbox is known from the start, whatever page is open.
import './features/homework/outbox';
import { sweepPhotos, watchLogOut } from './features/homework/photos-on-device';
import './features/review/outbox';
import { keepReads } from './shared/cache/read-cache';
import { queryClient } from './shared/http/query-client';
import { driveOutbox } from './shared/outbox/outbox';
import { watchAppState } from './shared/platform/app-state';
import { fetchPageCode } from './shared/platform/page-code';
import { watchForComeBack } from './shared/session/come-back';
import { session } from './shared/session/session';
import { forgetTypedAtLogOut } from './shared/session/use-typed';

watchAppState();
keepReads();
watchForComeBack();
void session.restore();
session.subscribe(() => session.state().status === 'in' && fetchPageCode());
driveOutbox();
watchLogOut();
forgetTypedAtLogOut();
void sweepPhotos();

export default function App({ children }: PropsWithChildren) {
  return <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>;
}
