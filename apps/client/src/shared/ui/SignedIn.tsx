import { Fragment, useEffect, useState, type ReactNode } from 'react';
import { restart, routes } from '../routes';
import { accountOf } from '../session/create-session';
import { session, useSession } from '../session/session';
import { LostBanner } from './LostBanner';
import { ShowsRead } from './shows-read';
import { Failure } from './states';

/** Pages of an account: without one the log-in page comes up instead. */
export const SignedIn = ({ children }: { children: ReactNode }) => {
  const state = useSession();
  const [readParts, setReadParts] = useState(0);
  useEffect(() => {
    if (state.status === 'out') restart(routes.login());
  }, [state.status]);
  if (state.status === 'out') return null;
  const account = accountOf(state);
  if (state.status === 'unreachable' && !account)
    return <Failure error={state.error} onRetry={() => void session.restore()} />;
  return (
    <ShowsRead.Provider value={setReadParts}>
      <LostBanner hasRead={readParts > 0} />
      {/* Another account, logged in in another tab, starts with nothing of this one. */}
      <Fragment key={account?.id}>{children}</Fragment>
    </ShowsRead.Provider>
  );
};
