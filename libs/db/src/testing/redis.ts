import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { dieWithParent } from '../die-with-parent';
import { freePort } from '../embedded-postgres';

export type TestRedis = { url: string; pid: number; stop(): Promise<void> };

/** A Redis of its own on a free port, which keeps nothing and ends with this process. */
export async function startRedis(port?: number): Promise<TestRedis> {
  const chosen = await freePort(port);
  const [program, ...args] = [
    ...dieWithParent('KILL'),
    'redis-server',
    ...[
      '--bind',
      '127.0.0.1',
      '--port',
      `${chosen}`,
      '--save',
      '',
      '--appendonly',
      'no',
      '--daemonize',
      'no',
    ],
  ] as [string, ...string[]];
  const server = spawn(program, args, { stdio: ['ignore', 'pipe', 'ignore'], cwd: '/' });
  const ended = new Promise<void>((resolve) => {
    server.once('error', () => resolve());
    server.once('exit', () => resolve());
  });
  const ready = new Promise<boolean>((resolve) => {
    createInterface({ input: server.stdout }).on('line', (line) => {
      if (line.includes('Ready to accept connections')) resolve(true);
    });
  });
  if (!(await Promise.race([ready, ended.then(() => false)]))) {
    throw new Error('redis-server does not start: "node tools/prepare-machine.mjs" installs it');
  }
  return {
    url: `redis://127.0.0.1:${chosen}`,
    pid: server.pid!,
    stop: () => {
      server.kill('SIGKILL');
      return ended;
    },
  };
}
