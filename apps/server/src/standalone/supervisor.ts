import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { parseEnv, type StandaloneEnv, variablesWith } from '@wuhao/core/env';
import { freePort, startEmbeddedPostgres, StartRefused } from '@wuhao/db/embedded';
import { type Keeping, KeptProcess, type Running } from './kept-process';
import { LogFile } from './log-file';
import { startNode } from './node-process';
import { checkPort, takeDataDir } from './preflight';
import { keepSecrets } from './secrets';

const READY_TIMEOUT_MS = 90_000;

/** Runs the whole product as one tree of processes that keeps everything in one directory. */
export class Supervisor {
  private readonly dataDir: string;
  /** How to end what was started, in the order of starting. */
  private readonly endings: (() => Promise<void> | void)[] = [];
  /** What use the database: the API and the worker. */
  private readonly users: KeptProcess<Running>[] = [];
  private variables: NodeJS.ProcessEnv = {};
  private exitCode: number | undefined;
  private finish!: () => void;
  private readonly finished = new Promise<void>((resolve) => (this.finish = resolve));

  /** `entries` is the folder of the compiled api, worker and migrate. */
  constructor(
    private readonly env: StandaloneEnv,
    private readonly entries: string,
    private readonly say: (line: string) => void,
  ) {
    this.dataDir = path.resolve(env.DATA_DIR);
  }

  /** Until it is told to stop, or cannot go on. Resolves with the exit code. */
  async run(): Promise<number> {
    try {
      await this.start();
    } catch (error) {
      this.giveUp(
        error instanceof StartRefused ? error.message : `It could not start: ${(error as Error).message}`,
      );
    }
    await this.finished;
    for (const end of this.endings.reverse()) await end();
    return this.exitCode!;
  }

  /** Safe to call at any time, and twice. */
  stop(): void {
    if (this.exitCode === undefined) this.say('Stopping.');
    this.end(0);
  }

  private giveUp(sentence: string): void {
    // A start that was interrupted fails somewhere; that is no news.
    if (this.exitCode === undefined) this.say(sentence);
    this.end(1);
  }

  private end(exitCode: number): void {
    this.exitCode ??= exitCode;
    this.finish();
  }

  private async start(): Promise<void> {
    const { HOST, DATABASE_URL, NODE_ENV } = this.env;
    const lock = await takeDataDir(this.dataDir);
    this.endings.push(() => lock.release());
    const port = this.env.PORT || (await freePort());
    await checkPort(port, HOST);
    // What the operator sets goes before what this directory keeps.
    this.variables = {
      ...keepSecrets(this.dataDir),
      ...(NODE_ENV === 'production' ? {} : { DEMO_FAMILY: '1' }),
      // Compiled code of the modules; the second start is a good deal shorter by it.
      NODE_COMPILE_CACHE: path.join(this.dataDir, 'compile-cache'),
      ...variablesWith({ PORT: `${port}`, DATA_DIR: this.dataDir }),
    };
    this.checkVariables();

    if (!DATABASE_URL) await this.startPostgres();
    await this.migrate();
    const address = `http://${isThisMachine(HOST) ? 'localhost' : HOST}:${port}`;
    await this.startApiAndWorker(address);
    this.say(`五好伴学 is ready at ${address}`);
    this.sayDemoLogIns();
    const kept = DATABASE_URL ? 'Pictures, secrets and logs are' : 'Everything is';
    this.say(`${kept} kept in ${this.dataDir}. Ctrl-C stops it.`);
  }

  /** Here rather than in five vain starts of each process. */
  private checkVariables(): void {
    try {
      parseEnv({ DATABASE_URL: 'postgres://embedded', ...this.variables });
    } catch (error) {
      throw new StartRefused((error as Error).message);
    }
  }

  private async startPostgres(): Promise<void> {
    this.say(`Starting PostgreSQL in ${this.dataDir}.`);
    const log = new LogFile(this.dataDir, 'postgres');
    let port: number | undefined;
    const postgres = this.keep({
      name: 'PostgreSQL',
      log,
      start: async () => {
        const server = await startEmbeddedPostgres({
          dataDir: this.dataDir,
          port,
          log: (line) => log.write(line),
        });
        port = server.port;
        return server;
      },
      onRestart: ({ url }) => this.useDatabase(url),
    });
    this.endings.push(() => postgres.stop());
    this.useDatabase((await postgres.start()).url);
    this.continueOrThrow();
  }

  /** Processes find a restarted server by themselves where it was; one that had to move, only by a new start. */
  private useDatabase(url: string): void {
    if (this.variables.DATABASE_URL === url) return;
    this.variables = { ...this.variables, DATABASE_URL: url };
    for (const kept of this.users) void kept.restart();
  }

  private async migrate(): Promise<void> {
    this.say('Bringing the database up to date.');
    const log = new LogFile(this.dataDir, 'migrate');
    const migration = this.startEntry('migrate', log);
    const how = await Promise.race([migration.ended, this.finished.then(() => migration.stop())]);
    this.continueOrThrow();
    if (how) throw new StartRefused(`The database could not be brought up to date${because(log)}`);
  }

  private async startApiAndWorker(address: string): Promise<void> {
    // Together: the API drains while the worker hands its jobs back.
    this.endings.push(async () => {
      await Promise.all(this.users.map((kept) => kept.stop()));
    });
    this.say('Starting the API and the worker.');
    await this.keepEntry('api');
    // One after the other: on two cores the first page would otherwise wait for the worker's modules too.
    await this.untilReady(`${address}/api/v1/health/ready`);
    await this.keepEntry('worker');
  }

  private async keepEntry(name: string): Promise<void> {
    const log = new LogFile(this.dataDir, name);
    const kept = this.keep({ name: `The ${name}`, log, start: () => this.startEntry(name, log) });
    this.users.push(kept);
    await kept.start();
  }

  private startEntry(name: string, log: LogFile): Running {
    return startNode(path.join(this.entries, `${name}.main.js`), this.variables, log);
  }

  private keep<T extends Running>({
    log,
    ...keeping
  }: Omit<Keeping<T>, 'onEnd' | 'onGiveUp'> & { log: LogFile }): KeptProcess<T> {
    return new KeptProcess<T>({
      ...keeping,
      onEnd: (how) => this.say(`${keeping.name} ended${how && ` (${how})`} and is started again.`),
      onGiveUp: (sentence) => this.giveUp(`${sentence}${because(log)}`),
    });
  }

  private async untilReady(url: string): Promise<void> {
    for (const deadline = Date.now() + READY_TIMEOUT_MS; Date.now() < deadline; await wait(50)) {
      this.continueOrThrow();
      const answer = await fetch(url).catch(() => null);
      await answer?.body?.cancel();
      if (answer?.ok) return;
    }
    throw new StartRefused(
      `The API is not ready after ${READY_TIMEOUT_MS / 1000} s: see the logs in ${this.dataDir}.`,
    );
  }

  private sayDemoLogIns(): void {
    const file = path.join(this.dataDir, 'demo-logins.json');
    if (!parseEnv(this.variables).DEMO_FAMILY || !existsSync(file)) return;
    const logIns = JSON.parse(readFileSync(file, 'utf8')) as Record<
      string,
      { phone: string; password: string }
    >;
    this.say('Log in as one of the demo family:');
    for (const [role, { phone, password }] of Object.entries(logIns)) {
      this.say(`  ${role.padEnd(9)} phone ${phone}  password ${password}`);
    }
  }

  private continueOrThrow(): void {
    if (this.exitCode !== undefined) throw new Error('interrupted');
  }
}

const isThisMachine = (host: string) => ['127.0.0.1', '0.0.0.0', '::', '::1'].includes(host);

function because({ complaint, path: file }: LogFile): string {
  return complaint ? `: ${complaint} (more in ${file}).` : `: see ${file}.`;
}
