import { Global, Module } from '@nestjs/common';
import { APP_FILTER, APP_PIPE } from '@nestjs/core';
import { Clock } from './clock';
import { ErrorFilter } from './error.filter';
import { Limits } from './limits';
import { Registry } from './registry';
import { ValidationPipe } from './validation.pipe';

@Global()
@Module({
  providers: [
    Clock,
    Limits,
    Registry,
    { provide: APP_FILTER, useClass: ErrorFilter },
    { provide: APP_PIPE, useClass: ValidationPipe },
  ],
  exports: [Clock, Limits, Registry],
})
export class CoreModule {}
