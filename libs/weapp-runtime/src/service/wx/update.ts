import type { Fields } from '../../protocol';
import { invoke } from '../bridge';
import { guarded, report } from '../errors';

type Listener = (detail: Fields) => void;

const EVENTS = { ready: 'onUpdateReady', failed: 'onUpdateFailed' } as const;
export type UpdateState = keyof typeof EVENTS;

const listeners = new Map<string, Listener[]>();
const listen = (name: string) => (listener: Listener) => {
  listeners.set(name, [...(listeners.get(name) ?? []), listener]);
};
const emit = (name: string, detail: Fields): void => {
  for (const listener of listeners.get(name) ?? []) guarded(() => listener(detail));
};

let state: UpdateState | undefined;

/** At its start the app hears that there is no update, as on most days; the test makes one come, or fail to. */
export function receiveUpdate(next: UpdateState): void {
  state = next;
  emit('onCheckForUpdate', { hasUpdate: true });
  emit(EVENTS[next], {});
}

export const updateManager = {
  onCheckForUpdate: (listener: Listener): void => {
    listen('onCheckForUpdate')(listener);
    guarded(() => listener({ hasUpdate: state !== undefined }));
  },
  onUpdateReady: listen(EVENTS.ready),
  onUpdateFailed: listen(EVENTS.failed),
  applyUpdate: (): void => {
    if (state !== 'ready') throw new Error('applyUpdate:fail update is not ready');
    // Once: it ends this run of the app.
    state = undefined;
    void invoke('applyUpdate').catch(report);
  },
};
