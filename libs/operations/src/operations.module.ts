import { Module } from '@nestjs/common';
import { HealthController } from './health.controller';
import { HealthProbe } from './health.probe';
import { Readiness } from './readiness';

@Module({ controllers: [HealthController], providers: [HealthProbe, Readiness], exports: [Readiness] })
export class OperationsModule {}
