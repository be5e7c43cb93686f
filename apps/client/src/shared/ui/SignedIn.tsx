import { Fragment, useEffect, type ReactNode } from 'react';
import { restart, routes } from '../routes';
import { accountOf } from '../session/create-session';
import { session } from '../session/session';
import { useSession } from '../session/use-session';
import { Failure } from './states';

/** Pages of an account: without one the log-in page comes up instead. */
export const SignedIn = ({ children }: { children: ReactNode }) => {
  const state = useSession();
  useEffect(() => {
    if (state.status === 'out') restart(routes.login());
  }, [state.status]);
  if (state.status === 'out') return null;
  const account = accountOf(state);
  if (state.status === 'unreachable' && !account)
    return <Failure error={state.error} onRetry={() => void session.restore()} />;
  // Another account, logged in in another tab, starts with nothing of this one.
  return <Fragment key={account?.id}>{children}</Fragment>;
};
