import { useEffect, type ReactNode } from 'react';
import { restart, routes } from '../routes';
import { session, useSession } from '../session/session';
import { Failure } from './states';

/** Pages of an account: without one the log-in page comes up instead. */
export const SignedIn = ({ children }: { children: ReactNode }) => {
  const state = useSession();
  useEffect(() => {
    if (state.status === 'out') restart(routes.login());
  }, [state.status]);
  if (state.status === 'unreachable')
    return <Failure error={state.error} onRetry={() => void session.restore()} />;
  if (state.status === 'out') return null;
  return <>{children}</>;
};
