import Taro from '@tarojs/taro';

type Params = Record<string, string | number | undefined>;

const withParams = (path: string, params: Params = {}): string => {
  const search = Object.entries(params)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}=${value}`)
    .join('&');
  return search ? `${path}?${search}` : path;
};

/** Whose data a page shows: only a guardian names a student. */
type Of = { studentId?: string };

/** Every page that is not a tab. Parameters are ids and enum words, so nothing needs escaping. */
export const routes = {
  login: () => '/pages/auth/login',
  register: () => '/pages/auth/register',
  capture: () => '/pages/homework/capture',
  cropPhoto: (of: { key: string }) => withParams('/pages/homework/crop-photo', of),
  progress: (of: { id: string }) => withParams('/pages/homework/progress', of),
  result: (of: { id: string; itemId?: string } & Of) => withParams('/pages/homework/result', of),
  homeworkList: (of: Of = {}) => withParams('/pages/homework/list', of),
  mistakeList: (of: Of = {}) => withParams('/pages/mistakes/of-child', of),
  mistake: (of: { id: string } & Of) => withParams('/pages/mistakes/detail', of),
  addMistake: () => '/pages/mistakes/add',
  review: () => '/pages/review/session',
  child: (of: { studentId: string }) => withParams('/pages/guardian/child', of),
  profile: () => '/pages/account/profile',
} as const;

const TABS = { home: '/pages/tabs/home', mistakes: '/pages/tabs/mistakes', me: '/pages/tabs/me' } as const;
export type Tab = keyof typeof TABS;

/** A page that cannot be opened (a double tap, a full page stack) leaves the person where they are. */
const quietly = (moving: Promise<unknown>): void => void moving.catch(() => undefined);

/** So long a second tap is still the same wish: the browser's move is over before the page is seen. */
const SAME_WISH_MS = 600;
const opening = new Set<string>();
/** Two quick taps open one page: each would have its own state, and a review would be counted twice. */
export const open = (url: string): void => {
  if (opening.has(url)) return;
  opening.add(url);
  quietly(Taro.navigateTo({ url }).finally(() => setTimeout(() => opening.delete(url), SAME_WISH_MS)));
};
/** Instead of this page: going back skips it. */
export const replace = (url: string): void => quietly(Taro.redirectTo({ url }));
let isRestarting = false;
/** Leaves everything behind. Each page that is left may ask for it at once: a second start would throw the first away. */
export const restart = (url: string): void => {
  if (isRestarting) return;
  isRestarting = true;
  quietly(Taro.reLaunch({ url }).finally(() => (isRestarting = false)));
};
export const openTab = (tab: Tab): void => quietly(Taro.switchTab({ url: TABS[tab] }));

/** A page that was opened by its address has nothing behind it: then home. */
export const back = (): void => {
  if (Taro.getCurrentPages().length > 1) quietly(Taro.navigateBack());
  else openTab('home');
};
