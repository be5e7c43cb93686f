import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { FromChild, PageReading, ToChild } from './page-reading';

/** `unavailable`: the process could not even start, so the page has nothing to do with it. */
export type FailureReason = 'timeout' | 'memory' | 'crashed' | 'unavailable';

/** The reading process did not survive the page. Another try starts a new one. */
export class PageReaderError extends Error {
  override readonly name = 'PageReaderError';
  readonly retryable = true;

  constructor(
    readonly reason: FailureReason,
    message: string,
  ) {
    super(message);
  }
}

const START_TIMEOUT_MS = 30_000;
const MEMORY_POLL_MS = 200;
const MAX_STDERR = 2_000;
const PAGE_BYTES = 4096;
const PROGRAMS = '/usr/local/bin:/usr/bin:/bin';

/** With it the child dies with this process even when that is killed in the middle of a page. */
let tieToParent: string[] | undefined;
const tie = (): string[] =>
  (tieToParent ??=
    spawnSync('setpriv', ['--pdeathsig', 'KILL', 'true'], { env: { PATH: PROGRAMS } }).status === 0
      ? ['setpriv', '--pdeathsig', 'KILL', '--']
      : []);

/** The compiled child: beside this file when it is compiled too, in dist when tests run the sources. */
function childFile(): string {
  const beside = path.join(__dirname, 'page-reader.child.js');
  if (existsSync(beside)) return beside;
  const root = path.resolve(__dirname, '../../..');
  const built = path.join(root, 'dist/server/libs/page-reader/src/page-reader.child.js');
  if (existsSync(built)) return built;
  throw new PageReaderError(
    'unavailable',
    'The page reader is not built: run "node tools/build-server.mjs" first.',
  );
}

/** One reading process. It serves pages one at a time until it dies or is killed. */
export class ReaderProcess {
  private readonly child: ChildProcess;
  private stderr = '';
  private readonly ready: Promise<void>;

  constructor(private readonly memoryLimitMb: number) {
    const [program, ...args] = [...tie(), process.execPath, '--max-old-space-size=256', childFile()];
    // One arena: with more of them the allocator keeps hundreds of megabytes that nobody uses.
    this.child = spawn(program!, args, {
      env: { PATH: PROGRAMS, MALLOC_ARENA_MAX: '1' },
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
      serialization: 'advanced',
    });
    this.child.stderr?.on('data', (chunk: Buffer) => {
      this.stderr = (this.stderr + chunk.toString()).slice(-MAX_STDERR);
    });
    this.ready = this.answer(START_TIMEOUT_MS).then(
      () => undefined,
      (error: Error) => Promise.reject(new PageReaderError('unavailable', error.message)),
    );
    this.ready.catch(() => this.kill());
  }

  get pid(): number | undefined {
    return this.child.pid;
  }

  get isAlive(): boolean {
    return this.child.connected && this.child.exitCode === null && !this.child.killed;
  }

  /** Rejects with a PageReaderError, or with the signal's reason; the process is dead then. */
  async read(picture: Buffer, timeoutMs: number, signal?: AbortSignal): Promise<PageReading> {
    await this.ready;
    signal?.throwIfAborted();
    this.hold(true);
    try {
      const answer = this.answer(timeoutMs, signal);
      this.child.send({ type: 'read', picture } satisfies ToChild, (error) => error && this.kill());
      const message = await answer;
      if (message.type === 'read') return message.reading;
      throw new Error(
        `The page reader failed: ${message.type === 'failed' ? message.message : message.type}`,
      );
    } finally {
      if (this.isAlive) this.hold(false);
    }
  }

  kill(): void {
    this.child.kill('SIGKILL');
  }

  /** Resolves once the process is gone. */
  async end(): Promise<void> {
    const isGone = this.child.exitCode !== null || this.child.signalCode !== null;
    if (isGone || this.child.pid === undefined) return;
    const gone = new Promise((resolve) => this.child.once('exit', resolve));
    this.hold(true);
    this.kill();
    await gone;
  }

  /** An idle reader does not keep the worker from ending. */
  private hold(isBusy: boolean): void {
    const method = isBusy ? 'ref' : 'unref';
    this.child[method]();
    this.child.channel?.[method]();
    (this.child.stderr as unknown as { ref(): void; unref(): void } | null)?.[method]();
  }

  /** The next message; the process is killed when none comes in time, it grows too large or nobody waits. */
  private answer(timeoutMs: number, signal?: AbortSignal): Promise<FromChild> {
    return new Promise((resolve, reject) => {
      const settle = (end: () => void): void => {
        clearTimeout(timer);
        clearInterval(poll);
        signal?.removeEventListener('abort', onAbort);
        this.child.off('message', onMessage).off('exit', onExit).off('error', onExit);
        end();
      };
      const fail = (error: unknown): void =>
        settle(() => {
          this.kill();
          reject(error as Error);
        });
      const onMessage = (message: FromChild): void => settle(() => resolve(message));
      const onExit = (how: unknown, name?: unknown): void =>
        fail(new PageReaderError('crashed', `ended by ${String(name ?? how)}: ${this.stderr.trim()}`));
      const onAbort = (): void => fail(signal?.reason);
      const timer = setTimeout(
        () => fail(new PageReaderError('timeout', `no answer within ${timeoutMs} ms`)),
        timeoutMs,
      );
      const poll = setInterval(() => {
        const usedMb = this.memoryMb();
        if (usedMb > this.memoryLimitMb)
          fail(new PageReaderError('memory', `${usedMb} MB of ${this.memoryLimitMb} MB`));
      }, MEMORY_POLL_MS);
      signal?.addEventListener('abort', onAbort);
      this.child.on('message', onMessage).on('exit', onExit).on('error', onExit);
    });
  }

  /** Resident memory; 0 where the system does not tell. */
  private memoryMb(): number {
    try {
      const pages = readFileSync(`/proc/${this.child.pid}/statm`, 'utf8').split(' ')[1];
      return Math.round((Number(pages) * PAGE_BYTES) / 1e6);
    } catch {
      return 0;
    }
  }
}
