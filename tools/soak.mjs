// npm run soak -- [--minutes 20] [--target h5|weapp]: uses the built client for so long against the real server and
// prints by how much heap and nodes grow in a minute. Exit code 0 only within the goals.
import { parseArgs } from 'node:util';
import { loadBundled } from './bundled.mjs';

const { values } = parseArgs({
  options: { target: { type: 'string' }, minutes: { type: 'string', default: '20' } },
});
const { soak } = await loadBundled('apps/client/e2e/stage/soak.ts');
const targets = values.target ? [values.target] : ['h5', 'weapp'];
// Settled, not all: a target that fails must not take the other's server away from it, or leave it running.
const results = await Promise.allSettled(
  targets.map((target) => soak(target, Number(values.minutes), (line) => console.log(line))),
);
for (const { reason } of results) if (reason) console.log(reason);
process.exit(results.every(({ value }) => value === 0) ? 0 : 1);
