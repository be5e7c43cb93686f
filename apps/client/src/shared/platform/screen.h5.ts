import type { Screen } from './screen.types';

export const screen: Screen = {
  sizeOf: async (id) => {
    const { width = 0, height = 0 } = document.getElementById(id)?.getBoundingClientRect() ?? {};
    return { width, height };
  },
  watch: (listener) => {
    window.addEventListener('resize', listener);
    return () => window.removeEventListener('resize', listener);
  },
};
