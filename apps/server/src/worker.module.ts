import { Module } from '@nestjs/common';
import { CoreModule } from '@wuhao/core';
import { DbModule } from '@wuhao/db';
import { GradingModule } from '@wuhao/homework';

@Module({ imports: [CoreModule, DbModule, GradingModule] })
export class WorkerModule {}
