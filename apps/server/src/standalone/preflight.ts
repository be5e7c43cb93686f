import { mkdirSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { createServer } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { type DirectoryLock, lockDirectory, refusalOf, StartRefused } from '@wuhao/db/embedded';

/** A new cluster with its write-ahead log, the logs and room for a good many pictures. */
const LEAST_FREE_MB = 400;
/** What a killed predecessor had open may take this long to be let go. */
const PATIENCE_MS = 1000;

/** Makes and takes the directory that everything is kept in. */
export async function takeDataDir(dir: string, leastFreeMb = LEAST_FREE_MB): Promise<DirectoryLock> {
  try {
    mkdirSync(dir, { recursive: true, mode: 0o700 });
    const { bavail, bsize } = await statfs(dir);
    const freeMb = Math.floor((bavail * bsize) / 2 ** 20);
    if (freeMb < leastFreeMb) {
      throw new StartRefused(
        `Only ${freeMb} MB are free on the disk of ${dir}, and ${leastFreeMb} MB are needed: free some space and start again.`,
      );
    }
    const lock = await within(PATIENCE_MS, async () => lockDirectory(dir));
    if (lock) return lock;
  } catch (error) {
    throw refusalOf(error, dir);
  }
  throw new StartRefused(
    `Another start already uses ${dir}: stop it first, or name another directory by DATA_DIR.`,
  );
}

/** Throws when nobody could listen on the port. */
export async function checkPort(port: number, host: string): Promise<void> {
  let code: string | undefined;
  const isFree = await within(PATIENCE_MS, async () => !(code = await failureToListen(port, host)));
  if (isFree) return;
  throw new StartRefused(
    code === 'EADDRINUSE'
      ? `Port ${port} is taken: stop what listens there, or choose another port by PORT.`
      : `Port ${port} of ${host} cannot be opened (${code}): choose another by PORT and HOST.`,
  );
}

async function within<T>(timeoutMs: number, attempt: () => Promise<T>): Promise<T> {
  for (const deadline = Date.now() + timeoutMs; ; await wait(100)) {
    const result = await attempt();
    if (result || Date.now() > deadline) return result;
  }
}

function failureToListen(port: number, host: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
    probe.listen(port, host, () => probe.close(() => resolve(undefined)));
  });
}
