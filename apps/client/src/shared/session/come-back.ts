import { focusManager } from '@tanstack/react-query';
import { backoffMs } from '../http/backoff';
import { call } from '../http/call';
import { queryClient } from '../http/query-client';
import { transport } from '../platform/transport';
import { reach, session } from './session';

const FIRST_MS = 1_500;
const LONGEST_MS = 20_000;
/** Lost again sooner than this it was not back: a server may say that it is well and answer nothing else. */
const CALM_MS = 60_000;

const isLost = () =>
  session.state().status !== 'out' && (reach.isLost() || session.state().status === 'unreachable');

/** The server is asked for nothing but whether it is there, or for the session where that is still missing. */
const ask = async (): Promise<void> => {
  if (session.state().status !== 'in') return session.refresh();
  await call(transport, { method: 'GET', path: '/health/live', timeoutMs: 5_000 });
};

/** While the server is out of reach it is asked for now and then; when it is back the page reads again by itself. */
export const watchForComeBack = (): void => {
  let failures = 0;
  let wasLost = false;
  let foundAtMs = -Infinity;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const tryAgain = async () => {
    // It may be back, or the account gone, since the timer began; and in the background nobody looks.
    if (isLost() && focusManager.isFocused()) {
      const ended = reach.ask();
      try {
        await ask();
        ended();
        void queryClient.refetchQueries({ type: 'active', predicate: (query) => query.isStale() });
      } catch {
        failures += 1;
      }
    }
    timer = undefined;
    schedule();
  };
  const schedule = () => {
    if (isLost() !== wasLost) {
      wasLost = !wasLost;
      if (!wasLost) foundAtMs = Date.now();
      else failures = Date.now() - foundAtMs < CALM_MS ? failures + 1 : 0;
    }
    if (!wasLost || timer !== undefined) return;
    const waitMs = backoffMs({ failures: failures + 1, baseMs: FIRST_MS, capMs: LONGEST_MS });
    timer = setTimeout(() => void tryAgain(), FIRST_MS + waitMs);
  };
  reach.subscribe(schedule);
  session.subscribe(schedule);
};
