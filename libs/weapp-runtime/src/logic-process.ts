import { type ChildProcess, spawn } from 'node:child_process';
import { logicProcessCode, serviceCode } from './build/bundles';
import type { Boot } from './native/phone';
import type { FromLogicProcess, ToLogicProcess } from './protocol';

const MEMORY_MB = 256;

export interface LogicProcess {
  send(message: ToLogicProcess): void;
  end(): Promise<void>;
}

/**
 * The logic in a process of its own: an endless loop of the app hangs nobody, the clock is in the phone's time zone,
 * and nothing of the test's environment is to be found in it.
 */
export function startLogicProcess(
  boot: Omit<Boot, 'serviceCode'>,
  timeZone: string,
  listen: (message: FromLogicProcess) => void,
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
  child.on('message', (text) => listen(JSON.parse(String(text)) as FromLogicProcess));
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
    end: async () => {
      isEnding = true;
      child.kill('SIGKILL');
      await ended;
    },
  };
}
