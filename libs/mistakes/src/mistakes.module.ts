import { Module } from '@nestjs/common';
import { FilesModule } from '@wuhao/files';
import { MistakesController } from './mistakes.controller';
import { MistakesService } from './mistakes.service';
import { ReviewService } from './review.service';

@Module({
  imports: [FilesModule],
  controllers: [MistakesController],
  providers: [MistakesService, ReviewService],
  exports: [MistakesService, ReviewService],
})
export class MistakesModule {}
