// npm run soak -- [--minutes 20] [--target h5|weapp]: uses the built client for so long against the real server and
// prints by how much heap and nodes grow in a minute. Exit code 0 only within the goals.
import { parseArgs } from 'node:util';
import { loadBundled } from './bundled.mjs';
import { wholeNumber } from './whole-number.mjs';

const { values } = parseArgs({
  options: { target: { type: 'string' }, minutes: { type: 'string', default: '20' } },
});
const minutes = wholeNumber('minutes', values.minutes, 1);
const { soakAll } = await loadBundled('apps/client/e2e/stage/soak.ts');
const over = await soakAll(values.target, minutes, (line) => console.log(line));
process.exit(over === 0 ? 0 : 1);
