import { spawnSync } from 'node:child_process';
import { lchownSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { StartRefused } from './start-refused';

/** As whom PostgreSQL runs: the words before its command, and the owner that its files must have. */
export type PostgresIdentity = { command: string[]; uid: number };

const NOBODY = 65534;
const AS_NOBODY = ['setpriv', '--reuid', `${NOBODY}`, '--regid', `${NOBODY}`, '--clear-groups'];

/** PostgreSQL refuses to run as root, so root becomes somebody else; in the order of what disturbs least. */
const ROOT_IDENTITIES: PostgresIdentity[] = [
  // A user namespace: not root inside, while the files stay root's outside.
  {
    command: ['unshare', '--user', `--map-user=${NOBODY}`, `--map-group=${NOBODY}`, '--'],
    uid: 0,
  },
  // No namespaces, as in most containers: nobody, when it can reach the directories.
  { command: [...AS_NOBODY, '--'], uid: NOBODY },
  // Nobody, but let through closed parents such as /root.
  {
    command: [...AS_NOBODY, '--inh-caps=+dac_override', '--ambient-caps=+dac_override', '--'],
    uid: NOBODY,
  },
];

/** Finds an identity that can run `postgres` on `home`, and gives `home` to it. */
export function choosePostgresIdentity(
  home: string,
  postgres: string,
  candidates = process.getuid?.() === 0 ? ROOT_IDENTITIES : undefined,
): PostgresIdentity {
  if (!candidates) {
    const failure = failureToRun(postgres, []);
    if (failure) throw cannotRun(failure);
    return { command: [], uid: process.getuid?.() ?? 0 };
  }
  let failure = '';
  for (const identity of candidates) {
    giveTo(identity.uid, home);
    failure = failureToRun(postgres, identity.command);
    if (failure) continue;
    // Not `test -w`: access(2) forgets capabilities.
    if (succeeds([...identity.command, 'ls', home])) return identity;
    failure = `uid ${identity.uid} cannot reach ${home}`;
  }
  throw cannotRun(`it does not run as root, and as another user: ${failure}`);
}

function cannotRun(reason: string): StartRefused {
  return new StartRefused(
    `The bundled PostgreSQL cannot run here (${reason}): start as an ordinary user in a directory of its own, or set DATABASE_URL to a PostgreSQL 15 or newer.`,
  );
}

function failureToRun(postgres: string, command: string[]): string {
  const [program = postgres, ...args] = [...command, postgres, '--version'];
  const { status, error, stderr } = spawnSync(program, args, { encoding: 'utf8' });
  if (status === 0) return '';
  return error?.message ?? (stderr.trim().split('\n')[0] || `exit code ${status}`);
}

function succeeds([program, ...args]: string[]): boolean {
  return spawnSync(program!, args).status === 0;
}

/** A directory may come from a start under another identity, so every file is looked at. */
function giveTo(uid: number, home: string): void {
  for (const entry of ['', ...readdirSync(home, { recursive: true, encoding: 'utf8' })]) {
    const file = path.join(home, entry);
    if (statSync(file).uid !== uid) lchownSync(file, uid, uid);
  }
}
