import { spawn } from 'node:child_process';
import { setTimeout as wait } from 'node:timers/promises';
import { dieWithParent } from '@wuhao/db/embedded';
import type { Running } from './kept-process';
import type { LogFile } from './log-file';

/** A little longer than a process takes for its own orderly stop. */
const STOP_TIMEOUT_MS = 20_000;

/** Starts one of our entry files. It ends with this process, however this one ends. */
export function startNode(file: string, variables: NodeJS.ProcessEnv, log: LogFile): Running {
  const [program = process.execPath, ...args] = [
    ...dieWithParent('KILL'),
    process.execPath,
    '--enable-source-maps',
    file,
  ];
  const child = spawn(program, args, {
    env: variables,
    // The channel carries nothing; where the kernel does not tell, its end tells that the supervisor is gone.
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    // Ctrl-C goes to the whole foreground group; the supervisor alone answers it and stops the rest in order.
    detached: true,
  });
  log.follow(child.stdout!, child.stderr!);
  const ended = new Promise<string>((resolve) => {
    const sayHow = () => resolve(child.signalCode ?? (child.exitCode ? `exit code ${child.exitCode}` : ''));
    child.once('error', (error) => resolve(error.message));
    child.once('close', sayHow);
    // Its own children may hold the pipes open for longer than its last words need.
    child.once('exit', () => setTimeout(sayHow, 500).unref());
  });
  return {
    ended,
    stop: async () => {
      child.kill('SIGTERM');
      const end = await Promise.race([ended, wait(STOP_TIMEOUT_MS, undefined, { ref: false })]);
      if (end === undefined) child.kill('SIGKILL');
      await ended;
    },
  };
}
