import { View } from '@tarojs/components';
import { useRef } from 'react';
import type { GripProps } from './grip.types';
import { aria } from './weapp-aria';

/** Every move is a message to the page; the stylesheet glides between them. */
const EVERY_MS = 100;

interface Touches {
  touches: { pageX: number; pageY: number }[];
  changedTouches: { pageX: number; pageY: number }[];
}
/** Taro types every event of a view alike. */
const touchesOf = (event: object): Touches => event as Touches;

/** Something to take hold of and drag. */
export const Grip = ({ label, className = '', style, onStart, onMove, children }: GripProps) => {
  const from = useRef({ x: 0, y: 0 });
  const sentAt = useRef(0);
  const move = (event: object) => {
    const touch = touchesOf(event).changedTouches[0];
    if (touch) onMove(touch.pageX - from.current.x, touch.pageY - from.current.y);
  };
  return (
    <View
      className={`press grip ${className}`}
      style={style}
      catchMove
      onTouchStart={(event) => {
        const touch = touchesOf(event).touches[0];
        if (touch) from.current = { x: touch.pageX, y: touch.pageY };
        onStart();
      }}
      onTouchMove={(event) => {
        const now = Date.now();
        if (now - sentAt.current < EVERY_MS) return;
        sentAt.current = now;
        move(event);
      }}
      onTouchEnd={move}
      {...aria({ 'aria-role': 'button', 'aria-label': label })}
    >
      {children}
    </View>
  );
};
