import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';

export type DirectoryLock = { release(): void };

const SQLITE_BUSY = 5;

/**
 * Takes a directory for the caller alone; null when somebody has it. The kernel lets go when the process ends,
 * however it ends, so there is no stale lock to judge. Node has no flock of its own; SQLite's file lock is one.
 */
export function lockDirectory(dir: string): DirectoryLock | null {
  const file = new DatabaseSync(path.join(dir, 'lock'));
  try {
    file.exec('PRAGMA busy_timeout = 0; PRAGMA journal_mode = memory; BEGIN EXCLUSIVE');
  } catch (error) {
    file.close();
    if ((error as { errcode?: number }).errcode === SQLITE_BUSY) return null;
    throw error;
  }
  let held = true;
  return {
    release() {
      if (held) file.close();
      held = false;
    },
  };
}
