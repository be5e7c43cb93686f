import type { Fields, FromLogicProcess, Note, Outcome, ToLogic, ToView, ToLogicProcess } from '../protocol';
import { type LogicContext, startLogic } from './context';
import { measureHeap } from './memory';
import { type Phone, createPhone } from './phone';
import { Refusal, toOutcome } from './refusal';
import { Suspension } from './suspension';
import type { Progress } from './transfers';

const tell = (message: FromLogicProcess): void => void process.send?.(JSON.stringify(message));
const show = (webviewId: number, message: ToView): void => tell({ kind: 'view', webviewId, message });
const note = (entry: Note): void => tell({ kind: 'note', note: entry, at: Date.now() });

const asked = new Map<number, (outcome: Outcome) => void>();
let lastAsk = 0;
/** Asks the shell in the browser, through the harness. */
const askShell = (api: string, params: Fields): Promise<Fields> =>
  new Promise((resolve, reject) => {
    const id = ++lastAsk;
    asked.set(id, (outcome) =>
      outcome.ok ? resolve(outcome.value) : reject(new Refusal(outcome.reason, outcome.errno, outcome.extra)),
    );
    tell({ kind: 'ui', id, api, params });
  });

let phone: Phone;
let logic: LogicContext;
const BEYOND_WORDS = 'the app broke what the platform runs on';

/** What the app did is noted and not looked at: to read it here would run code of the app with values of this realm. */
function deliver(message: ToLogic): void {
  try {
    logic.receive(JSON.stringify(message));
  } catch {
    note({ kind: 'error', text: BEYOND_WORDS });
  }
}

const suspension = new Suspension(deliver);
const send = (message: ToLogic): void => suspension.send(message);

function describe(reason: unknown): string {
  try {
    const text = logic.describe(reason);
    return typeof text === 'string' ? text : BEYOND_WORDS;
  } catch {
    return BEYOND_WORDS;
  }
}

async function invoke({ id, api, params }: { id: number; api: string; params: Fields }): Promise<void> {
  const progress: Progress = (event, detail) => send({ kind: 'progress', id, event, detail });
  try {
    const run = phone.later[api];
    const value = run ? await run(params, id, progress) : await askShell(api, params);
    send({ kind: 'result', id, outcome: { ok: true, value } });
  } catch (error) {
    send({ kind: 'result', id, outcome: toOutcome(error) });
  }
}

function invokeSync({ api, params }: { api: string; params: Fields }): Outcome {
  const run = phone.immediate[api];
  if (!run) return { ok: false, reason: `no such call: ${api}` };
  try {
    return { ok: true, value: run(params) };
  } catch (error) {
    return toOutcome(error);
  }
}

/** Never throws: an error of the host's realm must not reach the app. */
function call(kind: string, text: unknown, bytes?: Uint8ClampedArray): string | undefined {
  try {
    // To make text of anything else would run code of the app.
    if (typeof text !== 'string') throw new Error('what the app sent is no text');
    const message = JSON.parse(text) as never;
    if (kind === 'invokeSync') return JSON.stringify(invokeSync(message));
    if (kind === 'invoke') void invoke(message);
    else if (kind === 'note') note(message);
    else if (kind === 'view') {
      const { webviewId, message: toView } = message as { webviewId: number; message: ToView };
      show(webviewId, toView);
    } else if (kind === 'draw') phone.canvases.draw(message);
    else if (kind === 'pixels' && bytes) phone.canvases.pixels(message, bytes);
    else if (kind === 'timer') {
      const { id, ms } = message as { id: number; ms: number };
      setTimeout(() => send({ kind: 'timer', id }), ms);
    }
  } catch (error) {
    note({ kind: 'error', text: `${kind}: ${error instanceof Error ? (error.stack ?? '') : String(error)}` });
  }
  return undefined;
}

process.on('unhandledRejection', (reason, promise) => {
  // One of our own: its reason is of this realm and must not be seen in the context.
  if (Object.getPrototypeOf(promise) === Promise.prototype)
    return note({ kind: 'error', text: reason instanceof Error ? (reason.stack ?? '') : String(reason) });
  const text = describe(reason);
  note({ kind: 'rejection', text });
  send({ kind: 'rejection', reason: text });
});

function receive(message: ToLogicProcess): void {
  switch (message.kind) {
    case 'boot':
      phone = createPhone(message.boot, { note, askShell, show });
      logic = startLogic(message.boot.serviceCode, { call, locate: (file) => phone.locate(file) });
      return;
    case 'view':
      return send({ kind: 'view', webviewId: message.webviewId, message: message.message });
    case 'answer': {
      const settle = asked.get(message.id);
      asked.delete(message.id);
      return settle?.(message.outcome);
    }
    case 'system':
      phone.receive(message);
      if (message.event.kind === 'background') suspension.background();
      if (message.event.kind === 'foreground') suspension.foreground();
      return send({ kind: 'system', event: message.event });
    case 'memory':
      return tell({ kind: 'memory', heapBytes: measureHeap() });
    default:
      return phone.receive(message);
  }
}

process.on('message', (text: string) => receive(JSON.parse(text) as ToLogicProcess));
// No logic outlives its harness.
process.on('disconnect', () => process.exit());
