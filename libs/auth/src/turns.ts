import { rateLimited } from '@wuhao/core';

/** Lets `atOnce` pieces of work run at a time, the others wait in line; beyond `waiting` they are sent away. */
export class Turns {
  private running = 0;
  private readonly line: (() => void)[] = [];

  constructor(
    private readonly atOnce: number,
    private readonly waiting: number,
  ) {}

  async take<T>(work: () => Promise<T>): Promise<T> {
    if (this.running < this.atOnce) this.running += 1;
    else await this.queue();
    try {
      return await work();
    } finally {
      // The place goes to the next in line without ever being free.
      const next = this.line.shift();
      if (next) next();
      else this.running -= 1;
    }
  }

  private queue(): Promise<void> {
    if (this.line.length >= this.waiting) throw rateLimited(1000);
    return new Promise((resolve) => this.line.push(resolve));
  }
}
