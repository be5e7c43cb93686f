import { spawnSync } from 'node:child_process';

let available: boolean | undefined;

/**
 * The words before a command that make the kernel signal it as soon as its parent is gone, also when the parent was
 * killed and could not say good-bye. Empty where setpriv does not exist (it is part of every Debian).
 */
export function dieWithParent(signal: 'INT' | 'TERM' | 'KILL'): string[] {
  available ??= spawnSync('setpriv', ['--pdeathsig', 'KILL', 'true']).status === 0;
  return available ? ['setpriv', '--pdeathsig', signal, '--'] : [];
}
