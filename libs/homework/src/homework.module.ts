import { BullModule } from '@nestjs/bullmq';
import { Module } from '@nestjs/common';
import { QueueModule } from '@wuhao/core';
import { FilesModule } from '@wuhao/files';
import { MistakesModule } from '@wuhao/mistakes';
import { GradingQueue, GRADING_QUEUE } from './grading.queue';
import { HomeworkController } from './homework.controller';
import { GradingProgressListener, HomeworkEvents } from './homework.events';
import { HomeworkService } from './homework.service';
import { ItemController } from './item.controller';
import { ItemService } from './item.service';

@Module({
  imports: [QueueModule, BullModule.registerQueue({ name: GRADING_QUEUE }), FilesModule, MistakesModule],
  controllers: [HomeworkController, ItemController],
  providers: [GradingQueue, GradingProgressListener, HomeworkEvents, HomeworkService, ItemService],
})
export class HomeworkModule {}
