// npm run weapp:selftest: breaks a mini-program on purpose, in many ways, and says which of them the runtime catches.
// Exit code 0 only if it catches all and passes the sound one.
import { loadBundled } from './bundled.mjs';

const { selfTest } = await loadBundled('libs/weapp-runtime/src/self-test/self-test.ts');
const { sound, results } = await selfTest(({ name, by }) =>
  console.log(`${by === null ? 'MISSED' : 'caught'}  ${name}${by === null ? '' : `: ${by}`}`),
);
if (sound !== null) console.log(`The sound fixture failed: ${sound}`);
const caught = results.filter(({ by }) => by !== null).length;
console.log(`${caught}/${results.length} caught`);
process.exit(sound === null && caught === results.length ? 0 : 1);
