import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/**
 * Ends a server that outlived its launcher on `cluster`, and removes a pid file that points at a stranger: numbers are
 * used again, above all in containers, and PostgreSQL would take the stranger for a running server. Only for the
 * holder of the directory's lock.
 */
export async function endOrphanedPostgres(cluster: string): Promise<void> {
  const pidFile = path.join(cluster, 'postmaster.pid');
  const pid = existsSync(pidFile) ? Number(readFileSync(pidFile, 'utf8').split('\n')[0]) : 0;
  if (!pid || !isAlive(pid)) return;
  if (!commandLine(pid).includes(cluster)) {
    rmSync(pidFile, { force: true });
    return;
  }
  // Fast shutdown, then shutdown without a checkpoint, then by force; the write-ahead log makes all of them safe.
  for (const signal of ['SIGINT', 'SIGQUIT', 'SIGKILL'] as const) {
    if (!send(pid, signal)) return;
    for (let waitedMs = 0; waitedMs < 10_000; waitedMs += 50) {
      await wait(50);
      if (!isAlive(pid)) return;
    }
  }
}

function send(pid: number, signal: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(pid, signal);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** A zombie has ended; that nobody has collected it yet does not matter. */
function isAlive(pid: number): boolean {
  if (!send(pid, 0)) return false;
  try {
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return process.platform !== 'linux';
  }
}

function commandLine(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    return spawnSync('ps', ['-o', 'command=', '-p', `${pid}`], { encoding: 'utf8' }).stdout ?? '';
  }
}
