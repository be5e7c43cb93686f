// npm run weapp:selftest: breaks a mini-program on purpose, in many ways, and says which of them the static check and
// the runtime catch, and by what. Exit code 0 only if they catch all and pass the sound one, before and after.
import { loadBundled } from './bundled.mjs';

const { BROKEN_BUILDS } = await loadBundled('libs/weapp-runtime/src/self-test/broken-builds.ts');
const { UNSOUND_BUILDS } = await loadBundled('libs/weapp-runtime/src/self-test/unsound-builds.ts');
const { selfTest } = await loadBundled('libs/weapp-runtime/src/self-test/self-test.ts');
const firstLine = (text) => text.split('\n')[0];

const { sound, verdicts } = await selfTest(
  [...UNSOUND_BUILDS, ...BROKEN_BUILDS],
  ({ name, caught, by, said }) =>
    console.log(
      caught
        ? `caught  ${name}: ${firstLine(by)}`
        : `MISSED  ${name}, of which was said: ${said || 'nothing'}`,
    ),
);
if (sound !== '') console.log(`The sound fixture failed: ${sound}`);
const caught = verdicts.filter((one) => one.caught).length;
console.log(`${caught}/${verdicts.length} caught`);
process.exit(sound === '' && caught === verdicts.length ? 0 : 1);
