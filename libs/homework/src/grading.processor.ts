import { Processor, WorkerHost } from '@nestjs/bullmq';
import type { OnApplicationBootstrap, OnApplicationShutdown } from '@nestjs/common';
import { env, logger } from '@wuhao/core';
import type { Job } from 'bullmq';
import { GRADING_QUEUE, PageRef, type GradingProgress } from './grading.queue';
import { GradingService } from './grading.service';

/** Once told to stop, a page in work may be finished within this time; then it is handed back. */
const FINISH_MS = 8_000;

@Processor(GRADING_QUEUE, { lockDuration: 30_000, stalledInterval: 10_000 })
export class GradingProcessor extends WorkerHost implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly stopping = new AbortController();

  constructor(private readonly grading: GradingService) {
    super();
  }

  onApplicationBootstrap(): void {
    this.worker.concurrency = env().GRADING_CONCURRENCY;
    this.worker.on('error', (error) => logger.warn({ err: error }, 'queue'));
  }

  async process(job: Job): Promise<void> {
    const page = PageRef.parse(job.data);
    const startedAt = performance.now();
    const progress: GradingProgress = { homeworkId: page.homeworkId, n: page.n };
    await this.grading.grade(page, this.stopping.signal, () => job.updateProgress(progress));
    await job.updateProgress(progress);
    logger.info(
      { jobId: job.id, queue: GRADING_QUEUE, ms: Math.round(performance.now() - startedAt) },
      'job',
    );
  }

  async onApplicationShutdown(): Promise<void> {
    const handBack = setTimeout(() => this.stopping.abort(), FINISH_MS);
    await this.worker.close();
    clearTimeout(handBack);
    await this.grading.close();
  }
}
