// Libs as JavaScript for a command, without a build of the whole product: dist/server where it is fresh, else a
// small tree of their own.
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const root = path.dirname(import.meta.dirname);

/** The folder that holds `<lib>/src/*.js` for these libs. They may import nothing of the project but each other. */
export async function compiledLibs(libs) {
  const sources = libs.flatMap(listSources);
  const built = path.join(root, 'dist/server/libs');
  if (sources.every((source) => isFresh(source, built))) return built;
  const own = path.join(root, 'dist/commands/libs');
  const stale = sources.filter((source) => !isFresh(source, own));
  if (stale.length > 0) await compile(stale, own);
  return own;
}

function listSources(lib) {
  return readdirSync(path.join(root, 'libs', lib, 'src'))
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.spec.ts'))
    .map((file) => path.join(lib, 'src', file));
}

const compiled = (source, folder) => path.join(folder, source.replace(/\.ts$/, '.js'));

function isFresh(source, folder) {
  const made = statSync(compiled(source, folder), { throwIfNoEntry: false });
  return made !== undefined && made.mtimeMs > statSync(path.join(root, 'libs', source)).mtimeMs;
}

async function compile(sources, folder) {
  const { transformFile } = await import('@swc/core');
  const swcrc = JSON.parse(readFileSync(path.join(root, '.swcrc'), 'utf8'));
  const { paths } = JSON.parse(readFileSync(path.join(root, 'tsconfig.base.json'), 'utf8')).compilerOptions;
  const options = { ...swcrc, swcrc: false, sourceMaps: false, jsc: { ...swcrc.jsc, baseUrl: root, paths } };
  delete options.$schema;
  for (const source of sources) {
    const { code } = await transformFile(path.join(root, 'libs', source), options);
    mkdirSync(path.dirname(compiled(source, folder)), { recursive: true });
    writeFileSync(compiled(source, folder), code);
  }
}
