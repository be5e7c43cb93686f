// On H5 the refresh token is an HttpOnly cookie that no script can read; this only remembers that there is one,
// so that a first visit does not ask for a refresh that must fail.
const SIGNED_IN = 'wuhao.signedIn';

/** Nobody could tell the server of the log-out, and only the server can take the cookie away. */
const OWES_LOG_OUT = 'wuhao.owesLogOut';

export const sessionStore = {
  /** What to put into the body of a refresh; null when nobody is signed in. */
  read: async (): Promise<{ refreshToken?: string } | null> => (localStorage.getItem(SIGNED_IN) ? {} : null),
  // No script that gets into a page finds a token on the device.
  readAccessToken: async (): Promise<string | null> => null,
  write: async (_tokens: object): Promise<void> => localStorage.setItem(SIGNED_IN, '1'),
  clear: async (): Promise<void> => localStorage.removeItem(SIGNED_IN),
  owesLogOut: (): boolean => localStorage.getItem(OWES_LOG_OUT) !== null,
  oweLogOut: (owes: boolean): void =>
    owes ? localStorage.setItem(OWES_LOG_OUT, '1') : localStorage.removeItem(OWES_LOG_OUT),
};
