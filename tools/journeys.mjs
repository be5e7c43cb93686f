// npm run journeys -- [--target h5|weapp] [--repeat N] [--seed N] [name…]: plays journeys of apps/client/e2e/journeys
// on the built client against the real server. Names are parts of file names; all journeys without any.
// Exit code 0 only if all passed.
import { parseArgs } from 'node:util';
import { loadBundled } from './bundled.mjs';
import { wholeNumber } from './whole-number.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { target: { type: 'string' }, repeat: { type: 'string' }, seed: { type: 'string' } },
});
const repeat = wholeNumber('repeat', values.repeat, 1);
const seed = wholeNumber('seed', values.seed, 0);
const { playAll } = await loadBundled('apps/client/e2e/stage/play-all.ts');
const failed = await playAll({ target: values.target, repeat, seed, names: positionals }, (line) =>
  console.log(line),
);
process.exit(failed === 0 ? 0 : 1);
