import { useEffect, useState, useSyncExternalStore } from 'react';
import type { AccountView } from '@wuhao/contracts';
import { accountOf, type SessionState } from './create-session';
import { reach, session } from './session';

export const useSession = (): SessionState =>
  useSyncExternalStore(session.subscribe, session.state, session.state);

/** Null while nobody is known to be signed in; known from the device before the server has answered. */
export const useAccount = (): AccountView | null => accountOf(useSession());

/** Longer than a start with a server takes. */
const SLOW_START_MS = 2_000;

/** The session of the last visit does not come back: a line may swallow all that is sent, and nothing has failed yet. */
const useIsSlowStart = (): boolean => {
  const isRestoring = useSession().status === 'restoring';
  const [isSlow, setSlow] = useState(false);
  useEffect(() => {
    if (!isRestoring) return;
    const timer = setTimeout(() => setSlow(true), SLOW_START_MS);
    return () => {
      clearTimeout(timer);
      setSlow(false);
    };
  }, [isRestoring]);
  return isRestoring && isSlow;
};

/** The server is out of reach: what is on the screen is what the device remembers. */
export const useIsLost = (): boolean => {
  const lost = useSyncExternalStore(reach.subscribe, reach.isLost, reach.isLost);
  const isSlowStart = useIsSlowStart();
  return useSession().status === 'unreachable' || lost || isSlowStart;
};
