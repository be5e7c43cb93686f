// Transpiles the server and its libs with SWC; path aliases become relative imports.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';

const { paths } = JSON.parse(readFileSync('tsconfig.base.json', 'utf8')).compilerOptions;
const swcrc = JSON.parse(readFileSync('.swcrc', 'utf8'));
swcrc.jsc.baseUrl = process.cwd();
swcrc.jsc.paths = paths;

mkdirSync('tmp', { recursive: true });
writeFileSync('tmp/server.swcrc', JSON.stringify(swcrc));
rmSync('dist/server', { recursive: true, force: true });
execFileSync(
  process.execPath,
  [
    'node_modules/@swc/cli/bin/swc.js',
    'apps/server/src',
    'libs',
    ...['-d', 'dist/server'],
    ...['--config-file', 'tmp/server.swcrc', '--no-swcrc', '--extensions', '.ts', '--quiet'],
    ...['--ignore', '**/*.spec.ts,**/testing/**,**/testing.ts,libs/weapp-runtime/**'],
  ],
  { stdio: 'inherit' },
);
