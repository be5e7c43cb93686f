import { env, logger } from '@wuhao/core';
import { migrate } from '@wuhao/db';
import 'reflect-metadata';

migrate(env().DATABASE_URL).then(
  () => logger.info('database is up to date'),
  (error: unknown) => {
    logger.fatal({ err: error }, 'could not migrate');
    process.exitCode = 1;
  },
);
