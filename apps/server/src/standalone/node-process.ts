import { spawn } from 'node:child_process';
import { closeSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { dieWithParent } from '@wuhao/db/embedded';
import type { Running } from './kept-process';
import type { LogFile } from './log-file';

/** A little longer than a process takes for its own orderly stop. */
const STOP_TIMEOUT_MS = 20_000;

/** Starts one of our entry files. It ends with this process, however this one ends. */
export function startNode(
  file: string,
  variables: NodeJS.ProcessEnv,
  log: LogFile,
): Running & { pid: number } {
  const [program = process.execPath, ...args] = [
    ...dieWithParent('KILL'),
    process.execPath,
    '--enable-source-maps',
    file,
  ];
  const output = log.open();
  const child = spawn(program, args, {
    env: variables,
    // The channel carries nothing; where the kernel does not tell, its end tells that the supervisor is gone.
    stdio: ['ignore', output, output, 'ipc'],
    // Ctrl-C goes to the whole foreground group; the supervisor alone answers it and stops the rest in order.
    detached: true,
  });
  closeSync(output);
  const ended = new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('exit', (code, signal) => resolve(signal ?? (code === 0 ? '' : `exit code ${code}`)));
  });
  return {
    pid: child.pid ?? 0,
    ended,
    stop: async () => {
      child.kill('SIGTERM');
      const end = await Promise.race([ended, wait(STOP_TIMEOUT_MS, undefined, { ref: false })]);
      if (end === undefined) child.kill('SIGKILL');
      await ended;
    },
  };
}
