import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

let root: string;
const write = (file: string, content = file) => {
  mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
  writeFileSync(path.join(root, file), content);
};
const sourcesHash = () => import('./sources-hash.mjs');

beforeEach(async () => {
  root = mkdtempSync(path.join(tmpdir(), 'sources-hash-'));
  for (const file of ['package-lock.json', 'tsconfig.base.json', 'tsconfig.server.json', '.swcrc'])
    write(file);
  for (const file of ['tools/build-server.mjs', 'apps/client/src/app.tsx', 'libs/core/src/env.ts'])
    write(file);
  write('dist/server/apps/server/src/standalone.main.js');
  write('dist/client/h5/index.html');
  (await sourcesHash()).markBuilt(root);
});
afterEach(() => rmSync(root, { recursive: true }));

it('accepts a build of these sources', async () => {
  expect((await sourcesHash()).isBuiltFromSources(root)).toBe(true);
});

it.each([
  ['a changed source', () => write('libs/core/src/env.ts', 'changed')],
  ['a new source', () => write('libs/core/src/clock.ts')],
  [
    'a source that moved',
    () => (
      rmSync(path.join(root, 'libs/core/src/env.ts')),
      write('libs/core/src/end.ts', 'libs/core/src/env.ts')
    ),
  ],
  ['other packages', () => write('package-lock.json', 'changed')],
  ['another build in its place', () => write('dist/client/h5/index.html', 'rebuilt later')],
  ['a build that is gone', () => rmSync(path.join(root, 'dist/server'), { recursive: true })],
  ['no mark', () => rmSync(path.join(root, 'dist/.built-from'))],
])('refuses %s', async (_what, change) => {
  change();
  expect((await sourcesHash()).isBuiltFromSources(root)).toBe(false);
});

it.each(['libs/core/src/env.spec.ts', 'apps/server/e2e/journey.ts', 'libs/db/src/testing/redis.ts'])(
  'does not mind a change of %s, which does not run',
  async (file) => {
    write(file, 'changed');
    expect((await sourcesHash()).isBuiltFromSources(root)).toBe(true);
  },
);
