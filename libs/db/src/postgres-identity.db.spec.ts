import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { postgresBinaries } from './postgres-binaries';
import { choosePostgresIdentity } from './postgres-identity';

const home = mkdtempSync(path.join(tmpdir(), 'postgres-identity-'));
const { postgres } = postgresBinaries();
const uid = process.getuid!();
afterAll(() => rmSync(home, { recursive: true }));

it('takes the first identity that can run the server', () => {
  const able = { command: ['env'], uid };
  expect(choosePostgresIdentity(home, postgres, [{ command: ['false'], uid }, able])).toBe(able);
});

it('passes over an identity that cannot reach the directory', () => {
  const blind = { command: ['sh', '-c', '[ "$0" != ls ] && exec "$0" "$@"'], uid };
  const able = { command: ['env'], uid };
  expect(choosePostgresIdentity(home, postgres, [blind, able])).toBe(able);
});

it('refuses in one sentence that names the way out when nobody can run it', () => {
  const attempt = () => choosePostgresIdentity(home, postgres, [{ command: ['false'], uid }]);
  expect(attempt).toThrow(
    /^The bundled PostgreSQL cannot run here \(.*\): start as an ordinary user .*DATABASE_URL/,
  );
  const missing = () => choosePostgresIdentity(home, path.join(home, 'postgres'), [{ command: [], uid }]);
  expect(missing).toThrow(/cannot run here .*ENOENT/);
});
