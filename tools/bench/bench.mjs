// `npm run bench`: builds the server and runs every benchmark. Their method is in docs/benchmarks.md.
import { spawnSync } from 'node:child_process';
import path from 'node:path';

const run = (file, ...args) => {
  const { status } = spawnSync(process.execPath, [path.resolve(file), ...args], { stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
};

run('tools/build-server.mjs');
console.log('\nGrading, samples of this repository');
run('tools/bench/grading.mjs', 'samples');
console.log('\nCPU time per request beside raw node:http + pg');
run('tools/bench/http.mjs');
