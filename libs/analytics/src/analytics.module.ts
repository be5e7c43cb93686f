import { Module } from '@nestjs/common';
import { FilesModule } from '@wuhao/files';
import { MistakesModule } from '@wuhao/mistakes';
import { AnalyticsController } from './analytics.controller';
import { AnalyticsService } from './analytics.service';

@Module({
  imports: [FilesModule, MistakesModule],
  controllers: [AnalyticsController],
  providers: [AnalyticsService],
})
export class AnalyticsModule {}
