import { BullModule } from '@nestjs/bullmq';
import { Module } from '@nestjs/common';
import { env, QueueModule } from '@wuhao/core';
import { FilesModule } from '@wuhao/files';
import { MistakesModule } from '@wuhao/mistakes';
import { PageReader } from '@wuhao/page-reader';
import { GradingProcessor } from './grading.processor';
import { GradingQueue, GRADING_QUEUE } from './grading.queue';
import { GradingService } from './grading.service';
import { GradingSweep } from './grading.sweep';

/** The worker's part of homework. */
@Module({
  imports: [QueueModule, BullModule.registerQueue({ name: GRADING_QUEUE }), FilesModule, MistakesModule],
  providers: [
    GradingQueue,
    GradingService,
    GradingProcessor,
    GradingSweep,
    {
      provide: PageReader,
      useFactory: () =>
        new PageReader({
          timeoutMs: env().PAGE_READER_TIMEOUT_MS,
          memoryLimitMb: env().PAGE_READER_MEMORY_MB,
        }),
    },
  ],
})
export class GradingModule {}
