import Taro from '@tarojs/taro';
import type { Screen } from './screen.types';

export const screen: Screen = {
  sizeOf: (id) =>
    new Promise((resolve) => {
      Taro.createSelectorQuery()
        .select(`#${id}`)
        .boundingClientRect()
        .exec(([found]: ({ width: number; height: number } | null)[]) =>
          resolve({ width: found?.width ?? 0, height: found?.height ?? 0 }),
        );
    }),
  watch: (listener) => {
    Taro.onWindowResize(listener);
    return () => Taro.offWindowResize(listener);
  },
};
