import { NestFactory } from '@nestjs/core';
import { env, logger, nestLogger } from '@wuhao/core';
import 'reflect-metadata';
import { run } from './run';
import { WorkerModule } from './worker.module';

void run(async () => {
  logger.level = env().LOG_LEVEL;
  const app = await NestFactory.createApplicationContext(WorkerModule, {
    logger: nestLogger,
    abortOnError: false,
  });
  logger.info('worker ready');
  return { stop: () => app.close() };
});
