// The runtime of libs/weapp-runtime for a command: bundled from its sources, so that no build has to come first.
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = path.dirname(import.meta.dirname);
const sources = path.join(root, 'libs/weapp-runtime/src');

/** `entry` is a file of the lib, e.g. index.ts. */
export async function loadWeappRuntime(entry) {
  const outfile = path.join(root, 'dist/commands/weapp-runtime', entry.replace(/\.ts$/, '.mjs'));
  // Its files find each other and the fixture by where they stand.
  const keepPlaces = {
    name: 'keep-places',
    setup({ onLoad }) {
      onLoad({ filter: /weapp-runtime\/src\/.*\.ts$/ }, async ({ path: file }) => {
        const { readFile } = await import('node:fs/promises');
        const text = await readFile(file, 'utf8');
        const dir = JSON.stringify(path.dirname(file));
        return { contents: text.replaceAll('import.meta.dirname', dir), loader: 'ts' };
      });
    },
  };
  await build({
    entryPoints: [path.join(sources, entry)],
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    outfile,
    plugins: [keepPlaces],
    logLevel: 'error',
  });
  return import(pathToFileURL(outfile));
}
