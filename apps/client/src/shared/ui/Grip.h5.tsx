import { useRef } from 'react';
import type { GripProps } from './grip.types';

const ARROWS: Record<string, [number, number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** Something to take hold of and drag, with a finger, a mouse or the arrow keys. */
export const Grip = ({ label, className = '', style, onStart, onMove, onNudge, children }: GripProps) => {
  const from = useRef<{ x: number; y: number } | null>(null);
  const letGo = () => void (from.current = null);
  return (
    <button
      type="button"
      className={`press grip ${className}`}
      aria-label={label}
      style={style}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture?.(event.pointerId);
        from.current = { x: event.clientX, y: event.clientY };
        onStart();
      }}
      onPointerMove={({ clientX, clientY }) => {
        if (from.current) onMove(clientX - from.current.x, clientY - from.current.y);
      }}
      onPointerUp={letGo}
      onPointerCancel={letGo}
      onKeyDown={(event) => {
        const arrow = ARROWS[event.key];
        if (!arrow) return;
        event.preventDefault();
        onNudge(...arrow);
      }}
    >
      {children}
    </button>
  );
};
