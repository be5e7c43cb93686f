import type { AccountView, SessionView } from '@wuhao/contracts';
import { answer, forget, ok, seenOf, transport } from '../../testing/fake-server';
import { createBrowser } from '../../testing/tabs';
import type { Tabs } from '../platform/tabs.types';
import { createSession, type SessionStore } from './create-session';

const account = (id: string): AccountView => ({ id, role: 'student', nickname: '小雨', phone: null });
const view = (accessToken: string, id = 's'): SessionView => ({
  accessToken,
  expiresIn: 900,
  user: account(id),
});

/** As on H5: the cookie belongs to the browser, not to a tab. */
const createShared = (): SessionStore => {
  let signedIn = true;
  let kept: AccountView | null = account('s');
  return {
    read: async () => (signedIn ? {} : null),
    readAccessToken: async () => null,
    write: async () => void (signedIn = true),
    clear: async () => {
      signedIn = false;
      kept = null;
    },
    owesLogOut: () => false,
    oweLogOut: () => undefined,
    readAccount: () => kept,
    writeAccount: (next) => void (kept = next),
  };
};

const twoTabs = () => {
  const browser = createBrowser();
  const store = createShared();
  const open = (tab: Tabs) => createSession(transport, store, tab);
  return [open(browser.openTab()), open(browser.openTab())] as const;
};

beforeEach(forget);

it('refreshes in one tab for all of them', async () => {
  const [one, two] = twoTabs();
  answer('POST /auth/refresh', ok(view('a1')));
  await Promise.all([one.restore(), two.restore()]);
  expect(seenOf('POST /auth/refresh')).toHaveLength(1);
  expect([one.accessToken(), two.accessToken()]).toEqual(['a1', 'a1']);
  expect(two.state()).toEqual({ status: 'in', account: account('s') });
});

it('logs out of every tab', async () => {
  const [one, two] = twoTabs();
  answer('POST /auth/refresh', ok(view('a1')));
  answer('POST /auth/logout', ok(undefined, 204));
  await Promise.all([one.restore(), two.restore()]);
  await one.end();
  expect(two.state()).toEqual({ status: 'out', expired: false });
  expect(two.accessToken()).toBeNull();
});

it('logs in in every tab', async () => {
  const [one, two] = twoTabs();
  answer('POST /auth/refresh', ok(view('a1')));
  answer('POST /auth/logout', ok(undefined, 204));
  await one.restore();
  await one.end();
  await two.begin(view('b1', 't'));
  expect(one.state()).toEqual({ status: 'in', account: account('t') });
});

it("gives up what was asked for one account when the browser's session has become another's", async () => {
  const [one] = twoTabs();
  answer('POST /auth/refresh', ok(view('a1')), ok(view('b1', 't')));
  await one.restore();
  await expect(one.refresh()).rejects.toMatchObject({ code: 'CANCELLED' });
  expect(one.state()).toEqual({ status: 'in', account: account('t') });
});
