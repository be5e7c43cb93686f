// npm run weapp:check [-- --where-possible] [folder]: what can be said of the built mini-program without running it.
// Exit code 0 only without findings and when every check was made; with --where-possible those that this machine
// cannot make are named and left out.
import { parseArgs } from 'node:util';
import budget from '../apps/client/budget.json' with { type: 'json' };
import { loadBundled } from './bundled.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { 'where-possible': { type: 'boolean' } },
});
const { checkBuild, inOneLine, isSound } = await loadBundled('libs/weapp-runtime/src/index.ts');
const { packageBytes, wholeBytes, assetBytes } = budget.weapp;
const checked = checkBuild(positionals[0] ?? 'dist/client/weapp', {
  packageBytes: packageBytes.floor,
  wholeBytes: wholeBytes.floor,
  assetBytes: assetBytes.floor,
});
for (const [root, bytes] of Object.entries(checked.packages))
  console.log(`${(root || 'main package').padEnd(24)}${(bytes / 1024).toFixed(1).padStart(8)} KB`);
for (const one of checked.unchecked) console.log(`not checked: ${one}`);
for (const one of checked.findings) console.log(inOneLine(one));
console.log(`${checked.findings.length} findings`);
process.exit(isSound(checked, { wherePossible: values['where-possible'] }) ? 0 : 1);
