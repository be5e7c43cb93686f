import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { freePort } from '@wuhao/db/embedded';
import { childrenOf, descendantsOf, isAlive, ProcessTree, until } from './process-tree';

const dataDir = mkdtempSync(path.join(tmpdir(), 'standalone-'));
let tree: ProcessTree;

async function start(): Promise<ProcessTree> {
  const started = new ProcessTree(dataDir, await freePort());
  await started.untilReady();
  return started;
}

/** The log-ins that were printed. */
function printedLogIns(): { phone: string; password: string }[] {
  const lines = tree.output.matchAll(/phone (?<phone>\d+) +password (?<password>\S+)/g);
  return [...lines].map((line) => line.groups as { phone: string; password: string });
}

const logIn = (body: object) =>
  tree.call('/auth/login', {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-client-type': 'miniprogram' },
    body: JSON.stringify(body),
  });

const isServing = async () => {
  const answer = await tree.call('/health/ready').catch(() => null);
  return answer?.status === 200 && (await logIn(printedLogIns()[0]!)).status === 200;
};

// Each start of the tree takes seconds, and many of them on a busy machine.
jest.setTimeout(180_000);

beforeAll(async () => {
  tree = await start();
});
afterAll(async () => {
  tree.signal('SIGTERM');
  await tree.exitCode;
  rmSync(dataDir, { recursive: true });
});

it('prints an address that answers and log-ins that work', async () => {
  expect(tree.output).toContain(`http://localhost:${tree.port}`);
  expect(printedLogIns()).toHaveLength(2);
  for (const member of printedLogIns()) expect((await logIn(member)).status).toBe(200);
});

it('keeps its secrets from other users', () => {
  const mode = (file: string) => statSync(path.join(dataDir, file)).mode & 0o077;
  expect(['secrets.json', 'demo-logins.json', 'pg18/password', 'pg18'].map(mode)).toEqual([0, 0, 0, 0]);
});

it('refuses a second start on the same directory in one sentence', async () => {
  const second = new ProcessTree(dataDir, await freePort());
  expect(await second.exitCode).toBe(1);
  expect(second.output).toMatch(/^Another start already uses .*DATA_DIR\.\n$/);
});

it('refuses a taken port in one sentence', async () => {
  const other = mkdtempSync(path.join(tmpdir(), 'standalone-'));
  const second = new ProcessTree(other, tree.port);
  expect(await second.exitCode).toBe(1);
  expect(second.output).toMatch(/^Port \d+ is taken: .*PORT\.\n$/);
  rmSync(other, { recursive: true });
});

describe('kill -9', () => {
  it.each(['api.main', 'worker.main', 'bin/postgres'])(
    'of %s is followed by a new start of it',
    async (part) => {
      const killed = tree.child(part)!;
      process.kill(killed, 'SIGKILL');
      await until(() => ![undefined, killed].includes(tree.child(part)));
      await until(isServing);
    },
  );

  it('of a backend of PostgreSQL is survived', async () => {
    const postgres = tree.child('bin/postgres')!;
    process.kill(childrenOf(postgres).at(-1)!, 'SIGKILL');
    await until(isServing);
    expect(tree.child('bin/postgres')).toBe(postgres);
  });

  it('of the supervisor leaves no process, and the next start goes on with everything', async () => {
    const family = printedLogIns();
    const processes = descendantsOf(tree.pid);
    expect(processes.length).toBeGreaterThan(5);
    tree.signal('SIGKILL');
    await until(() => !processes.some(isAlive));

    const secrets = readFileSync(path.join(dataDir, 'secrets.json'), 'utf8');
    tree = await start();
    expect(printedLogIns()).toEqual(family);
    expect(readFileSync(path.join(dataDir, 'secrets.json'), 'utf8')).toBe(secrets);
    await until(isServing);
  });
});

describe('Ctrl-C', () => {
  it('ends everything in order, and pressing it again changes nothing', async () => {
    const processes = descendantsOf(tree.pid);
    tree.signal('SIGINT');
    tree.signal('SIGINT');
    expect(await tree.exitCode).toBe(0);
    expect(processes.filter(isAlive)).toEqual([]);
    expect(tree.output.match(/Stopping/g)).toHaveLength(1);
    const log = readFileSync(path.join(dataDir, 'logs/postgres.log'), 'utf8');
    expect(log.trim().split('\n').at(-1)).toContain('database system is shut down');
  });

  it('ends a start that is not finished', async () => {
    tree = new ProcessTree(dataDir, await freePort());
    await until(() => tree.output.includes('database up to date'));
    const processes = descendantsOf(tree.pid);
    tree.signal('SIGINT');
    expect(await tree.exitCode).toBe(0);
    expect(processes.filter(isAlive)).toEqual([]);
    expect(tree.output).not.toContain('is ready');
  });
});
