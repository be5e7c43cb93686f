import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { logger } from '@wuhao/core';
import { DataSource } from 'typeorm';
import { findLostPages, findWaitingStudents } from './grading.queries';
import { GradingQueue } from './grading.queue';

const SWEEP_MS = 3_000;

/** The queue only carries the work: what it lost is added again from the rows. */
@Injectable()
export class GradingSweep implements OnApplicationBootstrap, OnModuleDestroy {
  private timer?: NodeJS.Timeout;
  private current: Promise<void> = Promise.resolve();

  constructor(
    private readonly dataSource: DataSource,
    private readonly queue: GradingQueue,
  ) {}

  onApplicationBootstrap(): void {
    const next = () => {
      this.current = this.sweep()
        .catch((error: unknown) => logger.warn({ err: error }, 'sweep'))
        .finally(() => {
          if (this.timer) this.timer = setTimeout(next, SWEEP_MS);
        });
    };
    this.timer = setTimeout(next, 0);
  }

  async onModuleDestroy(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    await this.current;
  }

  /** Safe to run twice, and by several workers at once. */
  async sweep(): Promise<void> {
    for (const page of await findLostPages(this.dataSource)) await this.queue.add(page);
    for (const { studentId } of await findWaitingStudents(this.dataSource))
      await this.queue.handOver(studentId);
  }
}
