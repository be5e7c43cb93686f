import type { PageReading } from './page-reading';
import { PageReaderError, ReaderProcess } from './reader-process';

export type PageReaderOptions = {
  /** Longest reading of one page; the start of the process does not count. */
  timeoutMs?: number;
  memoryLimitMb?: number;
};

/**
 * Reads photographed pages of 口算 in a process of its own, one after the other. The process is started with the
 * first page and again after it died.
 */
export class PageReader {
  private readonly timeoutMs: number;
  private readonly memoryLimitMb: number;
  private process: ReaderProcess | undefined;
  private last: Promise<unknown> = Promise.resolve();
  private isClosed = false;

  constructor({ timeoutMs = 60_000, memoryLimitMb = 1200 }: PageReaderOptions = {}) {
    this.timeoutMs = timeoutMs;
    this.memoryLimitMb = memoryLimitMb;
  }

  /**
   * Rejects with a PageReaderError when the process died over the page, took too long or grew too large, and
   * with the signal's reason when aborted. A picture that cannot be graded is a reading with a problem.
   */
  read(picture: Buffer, signal?: AbortSignal): Promise<PageReading> {
    const reading = this.last.then(async () => {
      signal?.throwIfAborted();
      if (this.isClosed) throw new PageReaderError('crashed', 'the reader is closed');
      if (!this.process?.isAlive) this.process = new ReaderProcess(this.memoryLimitMb);
      return this.process.read(picture, this.timeoutMs, signal);
    });
    this.last = reading.catch(() => undefined);
    return reading;
  }

  /** Of the process that reads; undefined before the first page. */
  get pid(): number | undefined {
    return this.process?.pid;
  }

  /** Ends the process; what is being read is rejected. */
  async close(): Promise<void> {
    this.isClosed = true;
    await this.process?.end();
  }
}
