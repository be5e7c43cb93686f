import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { StartRefused } from '@wuhao/db/embedded';

const NAMES = ['TOKEN_SECRET', 'FILE_URL_SECRET'] as const;
export type Secrets = Record<(typeof NAMES)[number], string>;

/** The secrets of this directory, made at its first start, so that log-ins and picture addresses outlive a restart. */
export function keepSecrets(dataDir: string): Secrets {
  const file = path.join(dataDir, 'secrets.json');
  const kept = existsSync(file) ? read(file) : {};
  const secrets = Object.fromEntries(
    NAMES.map((name) => [name, kept[name] ?? randomBytes(32).toString('base64url')]),
  ) as Secrets;
  if (NAMES.some((name) => !kept[name])) {
    // Whole or not at all: a half-written file would log everybody out.
    writeFileSync(`${file}.new`, JSON.stringify(secrets, null, 2), { mode: 0o600, flush: true });
    renameSync(`${file}.new`, file);
  }
  return secrets;
}

function read(file: string): Partial<Secrets> {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Partial<Secrets>;
  } catch (cause) {
    throw new StartRefused(`${file} cannot be read: restore it, or remove it and log in again.`, { cause });
  }
}
