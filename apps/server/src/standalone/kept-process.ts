export type Running = {
  /** Resolves when it has ended, with how, in a few words. */
  ended: Promise<string>;
  stop(): Promise<void>;
};

export type Keeping<T extends Running> = {
  name: string;
  start: () => T | Promise<T>;
  /** Told of each unasked end, before the next start. */
  onEnd: (how: string) => void;
  onRestart?: (running: T) => void;
  /** Told once, when starting again helps no more. */
  onGiveUp: (sentence: string) => void;
};

const MOST_ENDS = 5;
const WITHIN_MS = 60_000;

/** Keeps one process running: what ends unasked is started again, at most five times within a minute. */
export class KeptProcess<T extends Running> {
  private running: T | undefined;
  private endedAt: number[] = [];
  private stopped = false;
  private recovery: Promise<void> | undefined;

  constructor(private readonly keeping: Keeping<T>) {}

  /** The first start; its failure is the caller's. */
  async start(): Promise<T> {
    const running = await this.keeping.start();
    this.watch(running);
    return running;
  }

  /** Ends it now and starts it again, as when what it was given has changed. */
  async restart(): Promise<void> {
    await this.running?.stop();
  }

  async stop(): Promise<void> {
    this.stopped = true;
    await this.running?.stop();
    await this.recovery;
  }

  private watch(running: T): void {
    this.running = running;
    this.recovery = running.ended.then((how) => this.startAgain(how));
  }

  private async startAgain(how: string): Promise<void> {
    while (!this.stopped) {
      this.endedAt = [...this.endedAt.filter((at) => at > Date.now() - WITHIN_MS), Date.now()];
      if (this.endedAt.length >= MOST_ENDS) {
        const last = how ? `, the last time with ${how}` : '';
        this.keeping.onGiveUp(`${this.keeping.name} ended ${MOST_ENDS} times within a minute${last}`);
        return;
      }
      this.keeping.onEnd(how);
      await new Promise((resolve) => setTimeout(resolve, 100 * 2 ** (this.endedAt.length - 1)));
      if (this.stopped) return;
      try {
        const running = await this.keeping.start();
        this.watch(running);
        if (this.stopped) await running.stop();
        else this.keeping.onRestart?.(running);
        return;
      } catch (error) {
        how = (error as Error).message;
      }
    }
  }
}
