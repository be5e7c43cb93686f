import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';

const ROOT = path.resolve(import.meta.dirname, '../../..');
const ENTRY = path.join(ROOT, 'dist/server/apps/server/src/standalone.main.js');
const START_MS = 120_000;
const STOP_MS = 20_000;

/** The whole product as a newcomer starts it, with a database and pictures of its own. */
export interface RunningServer {
  /** Where API and H5 app are: http://localhost:PORT. It outlives a stop. */
  readonly address: string;
  /** What the server says of the demo family, by role. */
  readonly demo: Record<string, { phone: string; password: string }>;
  /** Everything it keeps stays. */
  stop(): Promise<void>;
  /** After a stop: the same data at the same address. */
  start(): Promise<void>;
  /** Restarts with another signing secret: access tokens given so far are refused, refresh tokens live on. */
  expireAccessTokens(): Promise<void>;
  /** Stops it for good and removes what it kept. */
  remove(): Promise<void>;
}

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer().on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });

async function untilSaid(server: ChildProcess, words: RegExp): Promise<void> {
  let said = '';
  await new Promise<void>((resolve, reject) => {
    const timer = setTimeout(
      () => reject(new Error(`The server is not ready after ${START_MS} ms. It said:\n${said}`)),
      START_MS,
    );
    const listen = (chunk: Buffer): void => {
      said += chunk.toString();
      if (!words.test(said)) return;
      clearTimeout(timer);
      resolve();
    };
    server.stdout?.on('data', listen);
    server.stderr?.on('data', listen);
    server.on('exit', (code) => {
      clearTimeout(timer);
      reject(new Error(`The server ended with code ${code}. It said:\n${said}`));
    });
  });
}

const ended = (server: ChildProcess): Promise<void> =>
  server.exitCode !== null || server.signalCode !== null
    ? Promise.resolve()
    : new Promise((resolve) => server.once('exit', () => resolve()));

function spawnServer(port: number, dataDir: string): ChildProcess {
  return spawn(process.execPath, [ENTRY], {
    cwd: ROOT,
    env: {
      ...process.env,
      NODE_ENV: 'development',
      NODE_OPTIONS: '',
      PORT: String(port),
      DATA_DIR: dataDir,
      LOG_LEVEL: 'warn',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** What a first start makes, to start from many times: a database with all tables and the demo family. */
export interface PreparedData {
  readonly dir: string;
  remove(): void;
}

export async function prepareData(): Promise<PreparedData> {
  const dir = mkdtempSync(path.join(os.tmpdir(), 'wuhao-e2e-'));
  const server = await startIn(dir);
  await server.stop();
  return { dir, remove: () => rmSync(dir, { recursive: true, force: true }) };
}

/** With prepared data it starts on a copy of them, in about half the time of a first start. */
export async function startServer(prepared?: PreparedData): Promise<RunningServer> {
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'wuhao-e2e-'));
  // PostgreSQL starts only in a directory with its own owner and mode, which Node's copy does not keep.
  if (prepared) execFileSync('cp', ['-a', `${prepared.dir}/.`, dataDir]);
  return startIn(dataDir);
}

async function startIn(dataDir: string): Promise<RunningServer> {
  const port = await freePort();
  let running: ChildProcess | undefined;

  const stop = async (): Promise<void> => {
    if (!running) return;
    const server = running;
    running = undefined;
    server.kill('SIGTERM');
    const giveUp = setTimeout(() => server.kill('SIGKILL'), STOP_MS);
    await ended(server);
    clearTimeout(giveUp);
  };
  const start = async (): Promise<void> => {
    if (running) throw new Error('The server runs already');
    running = spawnServer(port, dataDir);
    await untilSaid(running, /Ctrl-C stops it/);
  };
  const expireAccessTokens = async (): Promise<void> => {
    await stop();
    const file = path.join(dataDir, 'secrets.json');
    const { TOKEN_SECRET: _, ...kept } = JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>;
    writeFileSync(file, JSON.stringify(kept));
    await start();
  };
  const remove = async (): Promise<void> => {
    await stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
  try {
    await start();
    const demo = JSON.parse(
      readFileSync(path.join(dataDir, 'demo-logins.json'), 'utf8'),
    ) as RunningServer['demo'];
    return { address: `http://localhost:${port}`, demo, stop, start, expireAccessTokens, remove };
  } catch (error) {
    await remove();
    throw error;
  }
}
