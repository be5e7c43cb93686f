// TypeScript of the project for a command: bundled from its sources, so that no build has to come first.
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = path.dirname(import.meta.dirname);

// Files find each other, fixtures and builds by where they stand in the sources.
const keepPlaces = {
  name: 'keep-places',
  setup({ onLoad }) {
    onLoad({ filter: /\.ts$/ }, async ({ path: file }) => {
      const text = await readFile(file, 'utf8');
      const dir = JSON.stringify(path.dirname(file));
      return { contents: text.replaceAll('import.meta.dirname', dir), loader: 'ts' };
    });
  },
};

/** `entry` is a file from the root of the project, e.g. libs/weapp-runtime/src/index.ts. */
export async function loadBundled(entry) {
  const outfile = path.join(root, 'dist/commands', entry.replace(/\.ts$/, '.mjs'));
  await build({
    entryPoints: [path.join(root, entry)],
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
