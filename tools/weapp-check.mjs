// npm run weapp:check: what can be said of the built mini-program without running it. Exit code 0 only without findings.
import { loadBundled } from './bundled.mjs';

const { checkBuild, inOneLine } = await loadBundled('libs/weapp-runtime/src/index.ts');
const { findings, unchecked, packages } = checkBuild(process.argv[2] ?? 'dist/client/weapp');
for (const [root, bytes] of Object.entries(packages))
  console.log(`${(root || 'main package').padEnd(24)}${(bytes / 1024).toFixed(1).padStart(8)} KB`);
for (const one of unchecked) console.log(`not checked: ${one}`);
for (const one of findings) console.log(inOneLine(one));
console.log(`${findings.length} findings`);
process.exit(findings.length === 0 ? 0 : 1);
