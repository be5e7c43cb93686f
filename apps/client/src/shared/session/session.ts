import type { AccountView } from '@wuhao/contracts';
import { giveUpReads } from '../cache/create-read-cache';
import { createHttp } from '../http/http';
import { createReach } from '../http/reach';
import { deviceStore } from '../platform/device-store';
import { parseKept } from '../platform/kept-json';
import { sessionStore } from '../platform/store';
import { tabs } from '../platform/tabs';
import { transport } from '../platform/transport';
import { createSession } from './create-session';

const ACCOUNT = 'account';

export const session = createSession(
  transport,
  {
    ...sessionStore,
    // A token that was exchanged and not kept is the end of the session: what was read makes room for it.
    write: (tokens) =>
      sessionStore.write(tokens).catch((error: unknown) => {
        if (!giveUpReads(deviceStore)) throw error;
        return sessionStore.write(tokens);
      }),
    readAccount: () => parseKept<AccountView>(deviceStore.read(ACCOUNT)),
    writeAccount: (account) => void deviceStore.write(ACCOUNT, JSON.stringify(account)),
    clear: () => {
      deviceStore.remove(ACCOUNT);
      return sessionStore.clear();
    },
  },
  tabs,
);
export const reach = createReach();
export const http = createHttp(transport, session, reach);
