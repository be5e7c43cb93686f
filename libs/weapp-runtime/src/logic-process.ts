import { type ChildProcess, spawn } from 'node:child_process';
import { logicProcessCode, serviceCode } from './build/bundles';
import type { Boot } from './native/phone';
import type { FromLogicProcess, ToLogicProcess } from './protocol';

const MEMORY_MB = 256;
/** Then it is caught in a loop. */
const ANSWER_MS = 60_000;

export type FromLogic = Exclude<FromLogicProcess, { kind: 'memory' }>;

export interface LogicProcess {
  send(message: ToLogicProcess): void;
  /** Bytes that it still holds after its garbage was collected. Fails when it has ended, or does not come to answer. */
  measureHeap(timeoutMs?: number): Promise<number>;
  end(): Promise<void>;
}

/**
 * The logic in a process of its own: an endless loop of the app hangs nobody, the clock is in the phone's time zone,
 * and nothing of the test's environment is to be found in it.
 */
export function startLogicProcess(
  boot: Omit<Boot, 'serviceCode'>,
  timeZone: string,
  listen: (message: FromLogic) => void,
): LogicProcess {
  const flags = [`--max-old-space-size=${MEMORY_MB}`, '--disallow-code-generation-from-strings'];
  const child: ChildProcess = spawn(process.execPath, [...flags, '-'], {
    // Where the drawing library is found.
    cwd: import.meta.dirname,
    env: { TZ: timeZone, LANG: 'C.UTF-8' },
    stdio: ['pipe', 'ignore', 'pipe', 'ipc'],
  });
  let isEnding = false;
  let complaint = '';
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  child.stderr?.on('data', (chunk: Buffer) => (complaint = (complaint + chunk.toString()).slice(-2000)));
  const measuring: ((heapBytes: number) => void)[] = [];
  child.on('message', (text) => {
    const message = JSON.parse(String(text)) as FromLogicProcess;
    // It answers in the order in which it was asked.
    if (message.kind === 'memory') measuring.shift()?.(message.heapBytes);
    else listen(message);
  });
  child.once('exit', (code, signal) => {
    if (isEnding) return;
    const text = `the logic's process ended (${signal ?? code}): ${complaint}`;
    listen({ kind: 'note', note: { kind: 'error', text } });
  });
  // Ended before it has read its code: the pipe breaks, and the end itself is told by `exit`.
  child.stdin?.on('error', () => undefined);
  child.stdin?.end(logicProcessCode());
  const send = (message: ToLogicProcess): void => {
    // A process that has just died takes no more; its end was reported already.
    if (child.connected) child.send(JSON.stringify(message), () => undefined);
  };
  send({ kind: 'boot', boot: { ...boot, serviceCode: serviceCode() } });
  return {
    send,
    measureHeap: (timeoutMs = ANSWER_MS) =>
      new Promise((resolve, reject) => {
        const fail = (why: string): void => reject(new Error(`the logic ${why}`));
        const timer = setTimeout(() => fail(`did not answer within ${timeoutMs} ms`), timeoutMs);
        void ended.then(() => {
          clearTimeout(timer);
          fail('has ended');
        });
        measuring.push((heapBytes) => {
          clearTimeout(timer);
          resolve(heapBytes);
        });
        send({ kind: 'memory' });
      }),
    end: async () => {
      isEnding = true;
      child.kill('SIGKILL');
      await ended;
    },
  };
}
