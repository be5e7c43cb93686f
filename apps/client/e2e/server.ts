import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { drawPort } from './ports';

const ROOT = path.resolve(import.meta.dirname, '../../..');
const ENTRY = path.join(ROOT, 'dist/server/apps/server/src/standalone.main.js');
const START_MS = 120_000;
const STOP_MS = 20_000;

/** The whole product as a newcomer starts it, with a database and pictures of its own. */
export interface RunningServer {
  /** Where API and H5 app are: http://localhost:PORT. */
  readonly address: string;
  /** What the server says of the demo family, by role. */
  readonly demo: Record<string, { phone: string; password: string }>;
  /** Stops it and removes what it kept. */
  remove(): Promise<void>;
}

const isFree = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const probe = createServer().on('error', () => resolve(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });

async function freePort(): Promise<number> {
  for (;;) {
    const port = drawPort();
    if (await isFree(port)) return port;
  }
}

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

export async function startServer(): Promise<RunningServer> {
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'wuhao-e2e-'));
  const port = await freePort();
  const server = spawnServer(port, dataDir);
  const remove = async (): Promise<void> => {
    server.kill('SIGTERM');
    const giveUp = setTimeout(() => server.kill('SIGKILL'), STOP_MS);
    await ended(server);
    clearTimeout(giveUp);
    rmSync(dataDir, { recursive: true, force: true });
  };
  try {
    await untilSaid(server, /Ctrl-C stops it/);
    const demo = JSON.parse(
      readFileSync(path.join(dataDir, 'demo-logins.json'), 'utf8'),
    ) as RunningServer['demo'];
    return { address: `http://localhost:${port}`, demo, remove };
  } catch (error) {
    await remove();
    throw error;
  }
}
