// npm start: builds what does not fit the sources, then becomes the supervisor.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { isBuiltFromSources, markBuilt } from './sources-hash.mjs';

const root = path.dirname(import.meta.dirname);
const nx = path.join(root, 'node_modules/.bin/nx');
const parent = process.ppid;

if (Number(process.versions.node.split('.')[0]) < 24) {
  refuse(
    `Node 24 is needed and this is ${process.versions.node}: start with "npm start", which brings its own.`,
  );
}
process.chdir(root);
if (!isBuiltFromSources(root)) await build();
// npm was killed and cannot pass anything on any more: end in order rather than run on unseen.
if (process.env.npm_lifecycle_event) {
  setInterval(() => process.ppid !== parent && process.kill(process.pid, 'SIGTERM'), 500).unref();
}
createRequire(import.meta.url)(path.join(root, 'dist/server/apps/server/src/standalone.main.js'));

async function build() {
  if (!existsSync(nx))
    refuse('The build does not fit the sources, and the build tools are missing: run "npm ci".');
  console.log(
    'Building the server and the app: about two minutes the first time, seconds when it was built before.',
  );
  const startedAt = Date.now();
  await runNx('server:build');
  await runNx('client:build-h5');
  markBuilt(root);
  console.log(`Built in ${Math.round((Date.now() - startedAt) / 1000)} s.`);
}

/** Shows what the tools say only when they fail. */
async function runNx(target) {
  // A build whose reader was killed is of no use to anybody.
  const end = ['--pdeathsig', 'TERM'];
  const tied = spawnSync('setpriv', [...end, 'true']).status === 0 ? ['setpriv', ...end, '--'] : [];
  const [program, ...args] = [...tied, process.execPath, nx, 'run', target];
  const child = spawn(program, args, {
    cwd: root,
    env: { ...process.env, NX_TUI: 'false', NX_NO_CLOUD: 'true', NO_COLOR: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => output.push(chunk));
  const stop = (signal) => child.kill(signal);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, stop);
  const [code, signal] = await new Promise((resolve) => child.once('close', (...how) => resolve(how)));
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.off(signal, stop);
  if (signal || code === 130 || code === 143) process.exit(0);
  if (code === 0) return;
  process.stderr.write(Buffer.concat(output));
  refuse(`"nx run ${target}" failed; what it said is above.`);
}

function refuse(sentence) {
  console.error(sentence);
  process.exit(1);
}
