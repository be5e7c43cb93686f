// Whether dist was built from the sources that lie here, told in a blink and without the build tools.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const FOLDERS = ['apps', 'libs'];
const FILES = [
  'package-lock.json',
  'tsconfig.base.json',
  'tsconfig.server.json',
  '.swcrc',
  'tools/build-server.mjs',
];
/** Not part of what runs. */
const IGNORED_FOLDERS = new Set(['node_modules', 'dist', 'e2e', 'testing', 'weapp-runtime']);
const IGNORED_FILES = /\.spec\.tsx?$|^project\.json$|\.md$/;
/** Written last by each build, so they stand for it. */
const BUILT = ['dist/server/apps/server/src/standalone.main.js', 'dist/client/h5/index.html'];
const STAMP = 'dist/.built-from';

export function isBuiltFromSources(root) {
  try {
    return readFileSync(path.join(root, STAMP), 'utf8') === stamp(root);
  } catch {
    return false;
  }
}

export function markBuilt(root) {
  writeFileSync(path.join(root, STAMP), stamp(root));
}

/** Names the build as well: another one may have taken its place, of sources that are no longer here. */
function stamp(root) {
  const builds = BUILT.map((file) => statSync(path.join(root, file)).mtimeMs);
  return [hashSources(root), ...builds].join('\n');
}

function hashSources(root) {
  const hash = createHash('sha256');
  const files = [...FILES, ...FOLDERS.flatMap((folder) => listSources(root, folder))];
  for (const file of files.sort()) {
    const content = readFileSync(path.join(root, file));
    hash.update(`${file}\0${content.length}\0`).update(content);
  }
  return hash.update(process.env.TARO_APP_API_ORIGIN ?? '').digest('hex');
}

function listSources(root, folder) {
  return readdirSync(path.join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const file = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return IGNORED_FOLDERS.has(entry.name) ? [] : listSources(root, file);
    return IGNORED_FILES.test(entry.name) ? [] : [file];
  });
}
