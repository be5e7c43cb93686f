import Taro, { useDidShow } from '@tarojs/taro';
import { useRef, useState } from 'react';

const depth = () => Taro.getCurrentPages().length;

/**
 * For what leads on by itself: a page that was opened over this one would be led away from, and this one would stay
 * below it. The last wish waits until this page is in front again; an app in the background is no page over it.
 */
export const useWhenInFront = () => {
  const [own] = useState(depth);
  const waiting = useRef<(() => void) | null>(null);
  useDidShow(() => {
    const move = waiting.current;
    waiting.current = null;
    move?.();
  });
  return (move: () => void): void => {
    if (depth() > own) waiting.current = move;
    else move();
  };
};
