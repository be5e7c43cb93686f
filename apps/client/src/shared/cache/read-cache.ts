import { focusManager } from '@tanstack/react-query';
import { queryClient } from '../http/query-client';
import { forgetPictures } from '../pictures/pictures';
import { deviceStore } from '../platform/device-store';
import { accountOf } from '../session/create-session';
import { session } from '../session/session';
import { createReadCache } from './create-read-cache';

/** From now on reads are kept for who is signed in, and shown at the next start before the server has answered. */
export const keepReads = (): void => {
  const cache = createReadCache(queryClient, deviceStore, CLIENT_VERSION);
  let last: string | null = null;
  const follow = () => {
    const now = accountOf(session.state())?.id ?? null;
    // The last visit may have ended before it could forget them: nobody's start is a clean one, too.
    const isNobodys = session.state().status === 'out';
    if (isNobodys || (last !== null && now !== last)) forgetPictures();
    last = now;
    cache.belongTo(now);
  };
  session.subscribe(follow);
  focusManager.subscribe((focused) => {
    if (!focused) cache.save();
  });
  follow();
};
