import { InjectQueue } from '@nestjs/bullmq';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Uuid } from '@wuhao/contracts';
import { logger, Registry } from '@wuhao/core';
import type { Queue } from 'bullmq';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { takeWaitingPages } from './grading.queries';

export const GRADING_QUEUE = 'grading';

/** One page of one homework. */
export const PageRef = z.strictObject({ studentId: Uuid, homeworkId: Uuid, n: z.int() });
export type PageRef = z.infer<typeof PageRef>;

/** What a job tells the API processes while it runs. */
export type GradingProgress = Pick<PageRef, 'homeworkId' | 'n'>;

/** So that one child's pile of pages does not keep another child waiting. */
const PAGES_OF_ONE_STUDENT = 2;

@Injectable()
export class GradingQueue implements OnModuleInit {
  constructor(
    @InjectQueue(GRADING_QUEUE) private readonly queue: Queue,
    private readonly dataSource: DataSource,
    private readonly registry: Registry,
  ) {}

  onModuleInit(): void {
    this.queue.on('error', (error) => logger.warn({ err: error }, 'queue'));
    this.registry.addHealthPart({
      name: 'queue',
      probe: async () => void (await this.queue.getWaitingCount()),
    });
  }

  /**
   * Hands the student's next waiting pages to the queue, at most two at once. Call it after the rows are
   * committed and whenever a page is done. Safe to run twice.
   */
  async handOver(studentId: string): Promise<void> {
    const pages = await this.dataSource.transaction((tx) =>
      takeWaitingPages(tx, studentId, PAGES_OF_ONE_STUDENT),
    );
    for (const { homeworkId, n } of pages) await this.add({ studentId, homeworkId, n });
  }

  /** A page that is already in the queue is not added again. */
  async add(page: PageRef): Promise<void> {
    await this.queue.add('page', page, {
      deduplication: { id: `${page.homeworkId}-${page.n}` },
      attempts: 5,
      backoff: { type: 'exponential', delay: 1000, jitter: 0.5 },
      removeOnComplete: true,
      removeOnFail: { count: 1000 },
    });
  }
}
