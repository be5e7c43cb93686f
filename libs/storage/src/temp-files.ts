import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';

/** Other processes may be writing now; nothing of ours takes that long. */
const OLD_MS = 60 * 60 * 1000;

/** Makes the folder and removes what was left in it by processes that died. Safe to run twice and side by side. */
export async function sweepTempFiles(folder: string, nowMs = Date.now()): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  for (const name of await readdir(folder)) {
    const file = path.join(folder, name);
    const found = await stat(file).catch(() => undefined);
    if (found && nowMs - found.mtimeMs > OLD_MS) await rm(file, { force: true, recursive: true });
  }
}
