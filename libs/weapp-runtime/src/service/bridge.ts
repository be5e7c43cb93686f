import type { Fields, Note, Outcome, ToView } from '../protocol';

/**
 * The one way out of the logic context. Text goes in and text comes back; `compile` gives a function of this very
 * context. The wrapper that starts this code supplies it, and nothing hands it on to the app.
 */
interface Host {
  /** `bytes` is memory of this context that the host reads or fills; it never hands over memory of its own. */
  call(kind: string, text: string, bytes?: Uint8ClampedArray): string | undefined;
  /** Text: why it cannot be compiled. */
  compile(path: string): ((...args: unknown[]) => void) | string | undefined;
}
declare const __host: Host;

/** As the language has them, whatever the app puts in their place later. */
export const { parse, stringify } = JSON;

/** At the end of the stack even a call of the host throws, and its error would lead out of the context. */
function toHost<T>(ask: () => T): T {
  try {
    return ask();
  } catch {
    throw new RangeError('Maximum call stack size exceeded');
  }
}

const tellHost = (kind: string, message: unknown, bytes?: Uint8ClampedArray): string | undefined => {
  const text = typeof message === 'string' ? message : stringify(message);
  return toHost(() => __host.call(kind, text, bytes));
};

/** A call of the platform that did not succeed: what follows `fail` in errMsg, and the number where there is one. */
export class ApiFailure extends Error {
  constructor(
    readonly reason: string,
    readonly errno?: number,
    readonly extra?: Fields,
  ) {
    super(reason);
  }
}

interface Waiting {
  settle(outcome: Outcome): void;
  progress(event: string, detail: Fields): void;
  /** Events go on after the call has succeeded, until it is forgotten. */
  isLasting: boolean;
}

const waiting = new Map<number, Waiting>();
let lastId = 0;

const valueOf = (outcome: Outcome): Fields => {
  if (outcome.ok) return outcome.value;
  throw new ApiFailure(outcome.reason, outcome.errno, outcome.extra);
};

export interface NativeCall {
  id: number;
  result: Promise<Fields>;
}

/** Starts a native call that ends later; the pair serves tasks that can be aborted. */
export function start(
  api: string,
  params: Fields,
  progress: Waiting['progress'] = () => undefined,
  isLasting = false,
): NativeCall {
  const id = ++lastId;
  const result = new Promise<Fields>((resolve, reject) => {
    waiting.set(id, {
      settle: (outcome) => {
        try {
          resolve(valueOf(outcome));
        } catch (failure) {
          reject(failure);
        }
      },
      progress,
      isLasting,
    });
  });
  tellHost('invoke', { id, api, params });
  return { id, result };
}

export const invoke = (api: string, params: Fields = {}): Promise<Fields> => start(api, params).result;

/** A native call that answers at once, as storage and device information do. */
export function invokeSync(api: string, params: Fields = {}): Fields {
  const text = tellHost('invokeSync', { api, params });
  return valueOf(parse(text ?? '{"ok":false,"reason":"no answer"}') as Outcome);
}

export function settle(id: number, outcome: Outcome): void {
  const call = waiting.get(id);
  if (!call?.isLasting || !outcome.ok) forget(id);
  call?.settle(outcome);
}

export const forget = (id: number): void => void waiting.delete(id);

export const progress = (id: number, event: string, detail: Fields): void =>
  waiting.get(id)?.progress(event, detail);

export const post = (webviewId: number, message: ToView): void => {
  tellHost('view', { webviewId, message });
};

export const note = (entry: Note): void => {
  tellHost('note', entry);
};

/** Operations on canvases, as a list in JSON. */
export const draw = (text: string): void => void tellHost('draw', text);

export const pixels = (way: 'read' | 'write', area: Fields, bytes: Uint8ClampedArray): void => {
  tellHost('pixels', { way, ...area }, bytes);
};

export const startTimer = (id: number, ms: number): void => {
  tellHost('timer', { id, ms });
};

export function compile(path: string): ((...args: unknown[]) => void) | undefined {
  const compiled = toHost(() => __host.compile(path));
  if (typeof compiled === 'string') throw new Error(compiled);
  return compiled;
}
