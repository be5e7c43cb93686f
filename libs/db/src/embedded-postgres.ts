import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { Client } from 'pg';
import { dieWithParent } from './die-with-parent';
import { lockDirectory } from './directory-lock';
import { postgresBinaries, type PostgresBinaries } from './postgres-binaries';
import { choosePostgresIdentity, type PostgresIdentity } from './postgres-identity';
import { endOrphanedPostgres } from './postgres-orphan';
import { refusalOf, StartRefused } from './start-refused';

export type EmbeddedPostgres = {
  /** Names the database `wuhao` and carries the password. */
  url: string;
  port: number;
  pid: number;
  /** Resolves when it has ended, asked to or not, with the signal that ended it or its last complaint. */
  ended: Promise<string>;
  /** Fast shutdown: clients are cut off, everything is on disk. Safe to call twice. */
  stop(): Promise<void>;
};

export type EmbeddedPostgresOptions = {
  /** The server keeps itself in a folder `pg18` in it, because a cluster belongs to one major version. */
  dataDir: string;
  /** Taken when it is free, so that a restarted server is found where it was; otherwise any free port. */
  port?: number;
  /** false for tests: a power cut may then cost the whole cluster. */
  durable?: boolean;
  /** Gets every line that the server writes. */
  log?: (line: string) => void;
};

const MAJOR = 18;
const USER = 'wuhao';
const DATABASE = 'wuhao';
/** The server and its helpers see nothing of our environment. */
const BARE_ENV = {
  PATH: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin',
  LC_ALL: 'C',
  TZ: 'UTC',
};
const START_TIMEOUT_MS = 120_000;

/** Starts PostgreSQL on loopback, for this process alone; it ends with this process, even with a killed one. */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const home = path.join(path.resolve(options.dataDir), `pg${MAJOR}`);
  try {
    mkdirSync(home, { recursive: true });
    chmodSync(home, 0o700);
    const lock = lockDirectory(home);
    if (!lock) {
      throw new StartRefused(
        `Another instance uses ${options.dataDir}: stop it, or name another directory by DATA_DIR.`,
      );
    }
    try {
      const server = await startIn(home, options);
      void server.ended.then(() => lock.release());
      return server;
    } catch (error) {
      lock.release();
      throw error;
    }
  } catch (error) {
    throw refusalOf(error, home);
  }
}

async function startIn(
  home: string,
  { port, durable = true, log = () => undefined }: EmbeddedPostgresOptions,
): Promise<EmbeddedPostgres> {
  const cluster = path.join(home, 'cluster');
  const passwordFile = path.join(home, 'password');
  await endOrphanedPostgres(cluster);
  const binaries = postgresBinaries();
  if (!existsSync(cluster))
    writeFileSync(passwordFile, randomBytes(24).toString('base64url'), { mode: 0o600 });
  const identity = choosePostgresIdentity(home, binaries.postgres);
  if (!existsSync(cluster)) await createCluster({ cluster, passwordFile, binaries, identity, durable });

  const server = await launch({ cluster, binaries, identity, durable, log, port });
  const password = readFileSync(passwordFile, 'utf8').trim();
  const urlOf = (database: string) => `postgres://${USER}:${password}@127.0.0.1:${server.port}/${database}`;
  try {
    await createDatabase(urlOf('postgres'));
  } catch (error) {
    await server.stop();
    throw error;
  }
  return { ...server, url: urlOf(DATABASE) };
}

type ClusterOptions = {
  cluster: string;
  passwordFile: string;
  binaries: PostgresBinaries;
  identity: PostgresIdentity;
  durable: boolean;
};

/** Renamed into place when it is whole, so a crash in the middle leaves nothing that looks like a cluster. */
async function createCluster({ cluster, passwordFile, binaries, identity, durable }: ClusterOptions) {
  const unfinished = `${cluster}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  const [program, ...args] = [
    ...identity.command,
    binaries.initdb,
    ...['-D', unfinished, '-U', USER, '--auth=scram-sha-256', `--pwfile=${passwordFile}`, '-E', 'UTF8'],
    // pg_trgm goes by LC_CTYPE, also under the builtin provider: with C it would not see a Chinese character.
    ...['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C', '--lc-ctype=C.UTF-8'],
    ...(durable ? [] : ['--no-sync']),
  ] as [string, ...string[]];
  await new Promise<void>((resolve, reject) =>
    execFile(program, args, { env: BARE_ENV, cwd: '/' }, (error, _stdout, stderr) =>
      error ? reject(refusalOfWords(stderr.trim().split('\n').slice(0, 2).join(' '), cluster)) : resolve(),
    ),
  );
  renameSync(unfinished, cluster);
}

function refusalOfWords(words: string, cluster: string): Error {
  return /No space left on device|Disk quota exceeded/.test(words)
    ? new StartRefused(`The disk of ${cluster} is full: free some space and start again.`)
    : new StartRefused(`PostgreSQL does not start in ${cluster}: ${words || 'it says nothing'}.`);
}

type LaunchOptions = Omit<ClusterOptions, 'passwordFile'> & { log: (line: string) => void; port?: number };

/** Tries again what passes by itself: a port taken in between, and memory still held by backends of a killed server. */
async function launch({ port, ...options }: LaunchOptions): Promise<Omit<EmbeddedPostgres, 'url'>> {
  const deadline = Date.now() + START_TIMEOUT_MS;
  for (let wanted = port; ; wanted = undefined) {
    const chosen = await freePort(wanted);
    const server = run(options, chosen);
    const words = await Promise.race([
      server.ready,
      server.ended,
      wait(deadline - Date.now(), 'no answer', { ref: false }),
    ]);
    if (words === true) return server;
    await server.stop();
    const passing =
      /Address already in use|shared memory block .* still in use|postmaster\.pid" already exists/;
    if (!passing.test(words) || Date.now() > deadline) throw refusalOfWords(words, options.cluster);
    await wait(200);
  }
}

function run({ cluster, binaries, identity, durable, log }: Omit<LaunchOptions, 'port'>, port: number) {
  const settings = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: '200',
    shared_buffers: '128MB',
    // The default lets the log of writes grow to a gigabyte.
    max_wal_size: '256MB',
    min_wal_size: '32MB',
    ...(durable ? {} : { fsync: 'off', full_page_writes: 'off' }),
  };
  const [program, ...args] = [
    ...identity.command,
    ...dieWithParent('INT'),
    binaries.postgres,
    ...['-D', cluster, '-p', `${port}`],
    ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ] as [string, ...string[]];
  // In a session of its own: Ctrl-C at the terminal must reach the supervisor, which stops the database last.
  const child = spawn(program, args, {
    env: BARE_ENV,
    cwd: '/',
    stdio: ['ignore', 'ignore', 'pipe'],
    detached: true,
  });

  const complaints: string[] = [];
  let sayReady: (ready: true) => void;
  const ready = new Promise<true>((resolve) => (sayReady = resolve));
  createInterface({ input: child.stderr }).on('line', (line) => {
    log(line);
    if (/\b(FATAL|PANIC): |could not bind/.test(line)) complaints.push(line.replace(/^.*?[A-Z]+: +/, ''));
    complaints.splice(0, complaints.length - 2);
    if (line.includes('database system is ready to accept connections')) sayReady(true);
  });
  const ended = new Promise<string>((resolve) => {
    const sayHow = () => resolve(child.signalCode ?? complaints.join('; '));
    child.once('error', (error) => resolve(error.message));
    child.once('close', sayHow);
    // Backends of a killed server may hold the pipe open for longer than its last words need.
    child.once('exit', () => setTimeout(sayHow, 500).unref());
  });
  return { pid: child.pid ?? 0, port, ready, ended, stop: stopper(child, ended) };
}

/** SIGINT is PostgreSQL's fast shutdown. A server that does not obey is cut short; the write-ahead log repairs it. */
function stopper(child: ChildProcess, ended: Promise<string>): () => Promise<void> {
  const stop = async () => {
    for (const signal of ['SIGINT', 'SIGQUIT', 'SIGKILL'] as const) {
      child.kill(signal);
      const end = await Promise.race([ended, wait(10_000, undefined, { ref: false })]);
      if (end !== undefined) return;
    }
  };
  let stopping: Promise<void> | undefined;
  return () => (stopping ??= stop());
}

async function createDatabase(maintenanceUrl: string): Promise<void> {
  const client = new Client({ connectionString: maintenanceUrl });
  await client.connect();
  try {
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [DATABASE]);
    if (!rowCount) await client.query(`CREATE DATABASE ${DATABASE}`);
  } finally {
    await client.end();
  }
}

/** `wanted` when nobody listens there, else one that the system gives. */
export function freePort(wanted = 0): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error) => (wanted ? resolve(freePort()) : reject(error)));
    probe.listen(wanted, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });
}
