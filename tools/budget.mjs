// The client's sizes beside their goals and floors (P16, P17): `node tools/budget.mjs` after a build.
// Exits 1 when a figure is over its floor.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

const KB = 1024;
const h5 = 'dist/client/h5';
const weapp = 'dist/client/weapp';

const filesOf = (dir) =>
  readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
const size = (file) => statSync(file).size;
const sum = (files, of) => files.reduce((total, file) => total + of(file), 0);
const gzipped = (file) => gzipSync(readFileSync(file), { level: 9 }).length;

/** What the browser loads before the home page stands: the document's own files and the page's chunks. */
const firstRoute = () => {
  const html = readFileSync(path.join(h5, 'index.html'), 'utf8');
  const named = [...html.matchAll(/(?:src|href)="\/((?:js|css)\/[^"]+)"/g)].map(([, file]) =>
    path.join(h5, file),
  );
  const chunks = filesOf(path.join(h5, 'js')).filter((file) => file.endsWith('.js') && !named.includes(file));
  const home = chunks.find((file) => readFileSync(file, 'utf8').includes('camera-card'));
  const shared = chunks.filter((file) => path.basename(file).startsWith('shared.'));
  const styles = filesOf(path.join(h5, 'css')).filter(
    (file) => !named.includes(file) && readFileSync(file, 'utf8').includes('camera-card'),
  );
  if (!home || shared.length !== 1 || styles.length === 0)
    throw new Error('the first route was not found in the build');
  // The guardian's page carries the same styles under another name; one of them is loaded.
  return [...named, home, ...shared, styles[0]];
};

const subPackages = JSON.parse(readFileSync(path.join(weapp, 'app.json'), 'utf8')).subPackages.map(
  ({ root }) => root,
);
const isMain = (file) =>
  !subPackages.some((root) => path.relative(weapp, file).startsWith(`${root}${path.sep}`));
const loaded = firstRoute();
const shipped = filesOf(weapp).filter((file) => !/LICENSE\.txt$/.test(file));
const assets = shipped.filter((file) => /\.(png|jpe?g|webp|gif|svg|ttf|woff2?)$/.test(file));

const figures = [
  [
    'H5 first route JS, gzip',
    sum(
      loaded.filter((f) => f.endsWith('.js')),
      gzipped,
    ),
    170 * KB,
    300 * KB,
  ],
  [
    'H5 first route CSS, gzip',
    sum(
      loaded.filter((f) => f.endsWith('.css')),
      gzipped,
    ),
    20 * KB,
    50 * KB,
  ],
  ['H5 first route requests', loaded.length + 1, 12, 25],
  ['mini-program main package', sum(shipped.filter(isMain), size), 800 * KB, 1.2 * KB * KB],
  ['mini-program whole', sum(shipped, size), 4 * KB * KB, 6 * KB * KB],
  ['mini-program largest picture or font', Math.max(0, ...assets.map(size)), 40 * KB, 100 * KB],
];

const show = (name, n) => (name.endsWith('requests') ? String(n) : `${(n / KB).toFixed(1)} KB`);
let failed = false;
for (const [name, figure, goal, floor] of figures) {
  const verdict = figure > floor ? 'OVER THE FLOOR' : figure > goal ? 'over the goal' : 'ok';
  failed ||= figure > floor;
  process.stdout.write(
    `${name.padEnd(38)}${show(name, figure).padStart(10)}   goal ${show(name, goal).padStart(9)}   floor ${show(name, floor).padStart(9)}   ${verdict}\n`,
  );
}
process.exit(failed ? 1 : 0);
