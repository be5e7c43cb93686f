// Stands in for Taro's router: remembers where pages wanted to go.
export const moves: { how: string; url: string }[] = [];
let params: Record<string, string> = {};

/** The next page's address. */
export const openAt = (next: Record<string, string>): void => {
  params = next;
  moves.length = 0;
};

export const useRouter = () => ({ params });

/** Pages in tests are shown once, as they are mounted. */
export const useDidShow = (): void => undefined;

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
  getCurrentPages: () => [{}, {}],
};
