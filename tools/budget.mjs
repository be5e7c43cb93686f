// The client's sizes beside their goals and floors (P16, P17): `node tools/budget.mjs` after a build.
// Exits 1 when a figure is over its floor.
import budget from '../apps/client/budget.json' with { type: 'json' };
import {
  FIRST_ROUTE,
  WEAPP,
  gzippedSizeOf,
  h5Modules,
  inlinedSizes,
  loadedFor,
  mainPackage,
  shippedIn,
  sizeOf,
  sum,
} from './client-build.mjs';

const KB = 1024;
const isScript = (file) => file.endsWith('.js');
const isStyle = (file) => file.endsWith('.css');
const isAsset = (file) => /\.(png|jpe?g|webp|gif|svg|ttf|woff2?)$/.test(file);

const first = loadedFor(FIRST_ROUTE);
const heaviest = Object.keys(h5Modules().pages)
  .map((page) => ({ page, bytes: sum(loadedFor(page).filter(isScript), gzippedSizeOf) }))
  .toSorted((a, b) => b.bytes - a.bytes)[0];
const shipped = shippedIn(WEAPP);
const { h5, weapp } = budget;

const figures = [
  ['H5 first route JS, gzip', sum(first.filter(isScript), gzippedSizeOf), h5.firstRouteScriptBytes],
  ['H5 first route CSS, gzip', sum(first.filter(isStyle), gzippedSizeOf), h5.firstRouteStyleBytes],
  ['H5 first route requests', first.length + 1, h5.firstRouteRequests],
  [`H5 heaviest route JS, gzip (${heaviest.page})`, heaviest.bytes, h5.firstRouteScriptBytes],
  ['mini-program main package', sum(mainPackage(), sizeOf), weapp.packageBytes],
  ['mini-program whole', sum(shipped, sizeOf), weapp.wholeBytes],
  [
    'mini-program largest picture or font',
    Math.max(0, ...shipped.filter(isAsset).map(sizeOf), ...inlinedSizes(shipped)),
    weapp.assetBytes,
  ],
];

const show = (name, n) => (name.endsWith('requests') ? String(n) : `${(n / KB).toFixed(1)} KB`);
let failed = false;
for (const [name, figure, { goal, floor }] of figures) {
  const verdict = figure > floor ? 'OVER THE FLOOR' : figure > goal ? 'over the goal' : 'ok';
  failed ||= figure > floor;
  process.stdout.write(
    `${name.padEnd(54)}${show(name, figure).padStart(10)}   goal ${show(name, goal).padStart(9)}   floor ${show(name, floor).padStart(9)}   ${verdict}\n`,
  );
}
process.exit(failed ? 1 : 0);
