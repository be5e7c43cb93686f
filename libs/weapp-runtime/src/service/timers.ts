import { startTimer } from './bridge';
import { guarded } from './errors';

interface Timer {
  run(): void;
  everyMs?: number;
}

const timers = new Map<number, Timer>();
let lastId = 0;

type Callback = (...args: unknown[]) => void;

const add = (callback: Callback, ms: unknown, args: unknown[], repeat: boolean): number => {
  const delayMs = Math.max(0, Number(ms) || 0);
  const id = ++lastId;
  timers.set(id, {
    run: () => guarded(() => callback(...args)),
    ...(repeat ? { everyMs: Math.max(4, delayMs) } : {}),
  });
  startTimer(id, delayMs);
  return id;
};

/** Numbers as handles: a host's timer object would be a way out of the context. */
export const setTimeout = (callback: Callback, ms?: number, ...args: unknown[]): number =>
  add(callback, ms, args, false);

export const setInterval = (callback: Callback, ms?: number, ...args: unknown[]): number =>
  add(callback, ms, args, true);

export const clearTimer = (id: unknown): void => {
  timers.delete(Number(id));
};

export function fire(id: number): void {
  const timer = timers.get(id);
  if (!timer) return;
  if (timer.everyMs === undefined) timers.delete(id);
  else startTimer(id, timer.everyMs);
  timer.run();
}
