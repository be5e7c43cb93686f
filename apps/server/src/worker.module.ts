import { Module } from '@nestjs/common';
import { CoreModule } from '@wuhao/core';
import { DbModule } from '@wuhao/db';
import { GradingModule } from '@wuhao/homework';
import { HousekeepingModule } from '@wuhao/operations';

@Module({ imports: [CoreModule, DbModule, GradingModule, HousekeepingModule] })
export class WorkerModule {}
