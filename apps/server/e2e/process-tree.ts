import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

const ROOT = path.resolve(__dirname, '../../..');
const SUPERVISOR = path.join(ROOT, 'dist/server/apps/server/src/standalone.main.js');

/** The built product as `npm start` runs it, in a process of its own. */
export class ProcessTree {
  output = '';
  readonly exitCode: Promise<number | null>;
  private readonly supervisor: ChildProcess;

  constructor(
    readonly dataDir: string,
    readonly port: number,
  ) {
    if (!existsSync(SUPERVISOR)) throw new Error('dist/server is missing: run "npm run build" first');
    const { PATH } = process.env;
    this.supervisor = spawn(process.execPath, [SUPERVISOR], {
      cwd: ROOT,
      env: { PATH, PORT: `${port}`, DATA_DIR: dataDir },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    this.supervisor.stdout!.on('data', (chunk) => (this.output += chunk));
    this.exitCode = new Promise((resolve) => this.supervisor.once('exit', resolve));
  }

  get pid(): number {
    return this.supervisor.pid!;
  }

  async untilReady(): Promise<void> {
    const ready = until(() => this.output.includes('Ctrl-C stops it'), 90_000);
    const ended = this.exitCode.then(() => Promise.reject(new Error(`It did not start: ${this.output}`)));
    await Promise.race([ready, ended]);
  }

  /** Of the processes that it started, the one whose command line contains this. */
  child(part: string): number | undefined {
    return childrenOf(this.pid).find((pid) => commandLine(pid).includes(part));
  }

  signal(signal: NodeJS.Signals): void {
    this.supervisor.kill(signal);
  }

  call(route: string, init?: RequestInit): Promise<Response> {
    return fetch(`http://127.0.0.1:${this.port}/api/v1${route}`, init);
  }
}

/** Waits until it is true; throws when that takes too long. */
export async function until(isTrue: () => unknown, timeoutMs = 60_000): Promise<void> {
  for (const deadline = Date.now() + timeoutMs; !(await isTrue()); await wait(50)) {
    if (Date.now() > deadline) throw new Error(`Still not after ${timeoutMs} ms: ${isTrue}`);
  }
}

export function descendantsOf(pid: number): number[] {
  return childrenOf(pid).flatMap((child) => [child, ...descendantsOf(child)]);
}

export function childrenOf(pid: number): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && parentOf(Number(name)) === pid)
    .map(Number);
}

export function isAlive(pid: number): boolean {
  return /^State:\s+[^ZX]/m.test(status(pid));
}

const parentOf = (pid: number) => Number(/^PPid:\s+(\d+)/m.exec(status(pid))?.[1]);
const status = (pid: number) => read(`/proc/${pid}/status`);
const commandLine = (pid: number) => read(`/proc/${pid}/cmdline`);

/** '' for a process that is no more. */
function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
