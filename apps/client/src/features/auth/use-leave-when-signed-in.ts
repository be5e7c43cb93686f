import { useEffect } from 'react';
import { openTab } from '../../shared/routes';
import { useSession } from '../../shared/session/use-session';

/** The log-in pages have nothing to say to someone who is signed in. */
export const useLeaveWhenSignedIn = (): void => {
  const { status } = useSession();
  useEffect(() => {
    if (status === 'in') openTab('home');
  }, [status]);
};
