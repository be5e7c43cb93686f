import { useEffect } from 'react';

// Stands in for Taro's router: remembers where pages wanted to go.
export const moves: { how: string; url: string }[] = [];
let params: Record<string, string> = {};
let pages = [{}, {}];

/** The next page's address. */
export const openAt = (next: Record<string, string>): void => {
  params = next;
  moves.length = 0;
  pages = [{}, {}];
};

export const useRouter = () => ({ params });

const onShow = new Set<() => void>();

/** Not called as a page is mounted, only when it is in front again. */
export const useDidShow = (listener: () => void): void =>
  useEffect(() => {
    onShow.add(listener);
    return () => void onShow.delete(listener);
  });

/** Another page lies over this one until that one is left. */
export const coverPage = (): void => void (pages = [...pages, {}]);
export const uncoverPage = (): void => {
  pages = pages.slice(0, -1);
  onShow.forEach((listener) => listener());
};

const move =
  (how: string) =>
  (to: { url?: string } = {}) => {
    moves.push({ how, url: to.url ?? '' });
    return Promise.resolve();
  };

export default {
  useRouter,
  navigateTo: move('open'),
  redirectTo: move('replace'),
  reLaunch: move('restart'),
  switchTab: move('tab'),
  navigateBack: move('back'),
  getCurrentPages: () => pages,
};
