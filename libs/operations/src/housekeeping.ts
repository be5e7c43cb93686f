import { BullModule, InjectQueue, Processor, WorkerHost } from '@nestjs/bullmq';
import { Module, type OnApplicationBootstrap } from '@nestjs/common';
import { logger, QueueModule, Registry } from '@wuhao/core';
import type { Queue } from 'bullmq';

const HOUSEKEEPING_QUEUE = 'housekeeping';
/** When families sleep. */
const DAILY = { pattern: '30 3 * * *', tz: 'Asia/Shanghai' };

/** Once a day, in one of the workers, whatever features have registered. */
@Processor(HOUSEKEEPING_QUEUE)
export class Housekeeping extends WorkerHost implements OnApplicationBootstrap {
  constructor(
    @InjectQueue(HOUSEKEEPING_QUEUE) private readonly queue: Queue,
    private readonly registry: Registry,
  ) {
    super();
  }

  async onApplicationBootstrap(): Promise<void> {
    const onError = (error: Error) => logger.warn({ err: error }, 'queue');
    this.queue.on('error', onError);
    this.worker.on('error', onError);
    await this.queue.upsertJobScheduler('daily', DAILY, {
      opts: { removeOnComplete: true, removeOnFail: 10 },
    });
  }

  /** A task that fails does not keep the others from running; tomorrow it is tried again. */
  async process(): Promise<void> {
    for (const { name, run } of this.registry.housekeepingTasks) {
      try {
        logger.info({ queue: HOUSEKEEPING_QUEUE, task: name, removed: await run() }, 'job');
      } catch (error) {
        logger.error({ err: error, queue: HOUSEKEEPING_QUEUE, task: name }, 'job failed');
      }
    }
  }
}

/** The worker's part of operations. */
@Module({
  imports: [QueueModule, BullModule.registerQueue({ name: HOUSEKEEPING_QUEUE })],
  providers: [Housekeeping],
})
export class HousekeepingModule {}
