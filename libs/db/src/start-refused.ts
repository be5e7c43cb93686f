/** A start that cannot go on. The message is one sentence for the person at the terminal: what is wrong, what to do. */
export class StartRefused extends Error {
  override name = 'StartRefused';
}

/** SQLite's numbers for what the file system says by name. */
const CODE_OF_SQLITE: Record<number, string> = { 8: 'EROFS', 13: 'ENOSPC', 14: 'EACCES' };

/** Says what the file system means by an error on `dir`; anything else is passed through unchanged. */
export function refusalOf(error: unknown, dir: string): unknown {
  const { code: name, errcode } = error as { code?: string; errcode?: number };
  const code = errcode === undefined ? name : CODE_OF_SQLITE[errcode];
  if (code === 'ENOSPC' || code === 'EDQUOT') {
    return new StartRefused(`The disk of ${dir} is full: free some space and start again.`);
  }
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') {
    return new StartRefused(
      `${dir} cannot be written by this user: start as its owner, or name another directory by DATA_DIR.`,
    );
  }
  return error;
}
