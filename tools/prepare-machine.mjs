// Tests need a browser, Chinese fonts and Redis. Finds them, installs them where it may, or says what to run.
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const isProgram = (file) => {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};
const isOnPath = (...names) =>
  names.some((name) => process.env.PATH.split(path.delimiter).some((dir) => isProgram(path.join(dir, name))));

const isRoot = process.getuid() === 0;
/** Chromium without windows, which takes a fifth less of a test's time. Not every system's packages have it. */
const SHELL = 'chromium-headless-shell';
const isOffered = (name) => spawnSync('apt-cache', ['show', name]).status === 0;

const needs = [
  {
    what: 'Chromium',
    packages: () => [isOffered(SHELL) ? SHELL : 'chromium'],
    isThere: () => {
      if (process.env.CHROME_PATH) return isProgram(process.env.CHROME_PATH);
      const isEnough = !isRoot || !isOffered(SHELL);
      return isOnPath(SHELL) || (isEnough && isOnPath('chromium', 'chromium-browser', 'google-chrome'));
    },
  },
  {
    what: 'a Chinese font',
    packages: () => ['fontconfig', 'fonts-noto-cjk'],
    isThere: () => spawnSync('fc-list', [':lang=zh'], { encoding: 'utf8' }).stdout?.trim(),
  },
  { what: 'redis-server', packages: () => ['redis-server'], isThere: () => isOnPath('redis-server') },
];
const listMissing = () => needs.filter((need) => !need.isThere());
const names = (missing) => missing.map((need) => need.what).join(', ');

let missing = listMissing();
if (missing.length === 0) process.exit(0);

const listPackages = () => missing.flatMap((need) => need.packages());
const install = () => `apt-get install -y --no-install-recommends ${listPackages().join(' ')}`;
if (!isOnPath('apt-get')) {
  fail(
    `The tests need ${names(missing)}: install them with the package manager of this system (Debian: ${install()}).`,
  );
}
if (!isRoot) {
  fail(`The tests need ${names(missing)}: run "sudo apt-get update && sudo ${install()}".`);
}

console.log(`Installing ${names(missing)}`);
let packages;
withoutServices(() => {
  run('apt-get', ['update', '-qq']);
  packages = listPackages(); // what there is to choose from is known only now
  run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages]);
});
missing = listMissing();
if (missing.length > 0) {
  fail(`The tests need ${names(missing)}, and the packages ${packages.join(', ')} did not bring them.`);
}

function run(program, args) {
  const options = ['-o', 'DPkg::Lock::Timeout=300', '-o', 'Acquire::Retries=3'];
  const { status, stdout, stderr } = spawnSync(program, [...options, ...args], {
    encoding: 'utf8',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    maxBuffer: 64 << 20,
  });
  if (status === 0) return;
  process.stderr.write(stdout + stderr);
  fail(`"${program} ${args.join(' ')}" failed: run it by hand, then run the tests again.`);
}

/** Packages start and enable the services they bring; the tests want only the program. */
function withoutServices(installPackages) {
  const policy = '/usr/sbin/policy-rc.d';
  const isOurs = !existsSync(policy);
  const hadRedis = isOnPath('redis-server');
  if (isOurs) writeFileSync(policy, '#!/bin/sh\nexit 101\n', { mode: 0o755 });
  process.on('exit', () => isOurs && rmSync(policy, { force: true }));
  installPackages();
  if (!hadRedis && isOnPath('redis-server')) {
    spawnSync('systemctl', ['disable', 'redis-server']);
    spawnSync('update-rc.d', ['redis-server', 'disable']);
  }
}

function fail(sentence) {
  console.error(sentence);
  process.exit(1);
}
