import { note, stringify } from './bridge';

type Listener = (text: string) => void;
const listeners = new Set<Listener>();

/** In words; the app's own code may run here, and break. */
export const describe = (error: unknown): string => {
  if (typeof error === 'object' && error !== null && 'stack' in error && typeof error.stack === 'string')
    return error.stack;
  if (typeof error === 'object' && error !== null) return stringify(error) ?? String(error);
  return String(error);
};

/** Errors of the app end here: noted for the test, and told to App.onError and wx.onError. */
export function report(error: unknown): void {
  const text = describe(error);
  note({ kind: 'error', text });
  for (const listener of listeners) listener(text);
}

export const onError = (listener: Listener): void => void listeners.add(listener);
export const offError = (listener: Listener): void => void listeners.delete(listener);

/** Runs code of the app; its error ends there, as on the platform, and never in the runtime. */
export function guarded<T>(run: () => T): T | undefined {
  try {
    return run();
  } catch (error) {
    report(error);
    return undefined;
  }
}
