import { spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { compileTemplates } from '../build/templates';
import type { BuildFiles } from './build-files';
import { type Finding, finding } from './finding';

const BINARIES: Record<string, string> = {
  'linux-x64': 'linux/wcc',
  'darwin-x64': 'mac/wcc',
  'darwin-arm64': 'mac/wcc',
  'win32-x64': 'windows/wcc.exe',
};
const WCC_MS = 20_000;

/** The newer engine's compiler: it forgives what it can, so each of its warnings counts. */
export function checkByEngine(build: BuildFiles): Finding[] {
  const { warnings } = compileTemplates(build.dist, build.names);
  return warnings.map((warning) => {
    const [file = '', ...text] = warning.split(' ');
    return finding('glass-easel', file, text.join(' '));
  });
}

/** Why wcc cannot be asked here; it exists for few machines. */
export const wccIsMissing = (machine = `${process.platform}-${process.arch}`): string | undefined =>
  BINARIES[machine] ? undefined : `wcc has no binary for ${machine}`;

/** The older engine's compiler, of which most phones' pages come. It ends at the first fault. */
export function checkByWcc(build: BuildFiles): Finding[] {
  const templates = [...build.ending('.wxml'), ...build.ending('.wxs')];
  if (templates.length === 0 || wccIsMissing()) return [];
  const dir = mkdtempSync(path.join(os.tmpdir(), 'wcc-'));
  try {
    const wcc = copyBinary(dir);
    const { status, stderr, error } = spawnSync(wcc, ['-o', path.join(dir, 'out.js'), ...templates], {
      cwd: build.dist,
      encoding: 'utf8',
      timeout: WCC_MS,
    });
    if (error) throw error;
    if (status === 0 && stderr.trim() === '' && existsSync(path.join(dir, 'out.js'))) return [];
    return [finding('wcc', stderr.split(':')[0] ?? '', stderr.trim() || `it ended with ${status}`)];
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

/** The package has the file without the right to run it, and what is installed is not ours to change. */
function copyBinary(dir: string): string {
  const here = createRequire(path.join(import.meta.dirname, 'templates.ts'));
  const binary = BINARIES[`${process.platform}-${process.arch}`] ?? '';
  const source = path.join(path.dirname(here.resolve('miniprogram-compiler/package.json')), 'bin', binary);
  const copy = path.join(dir, path.basename(source));
  copyFileSync(source, copy);
  chmodSync(copy, 0o700);
  return copy;
}
