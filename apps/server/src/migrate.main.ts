// Only what it needs: each start waits for it, and the rest of core would take it three times as long.
import { env } from '@wuhao/core/env';
import { logger } from '@wuhao/core/logger';
import { migrate } from '@wuhao/db/migrate';
import 'reflect-metadata';

migrate(env().DATABASE_URL).then(
  () => logger.info('database is up to date'),
  (error: unknown) => {
    logger.fatal({ err: error }, 'could not migrate');
    process.exitCode = 1;
  },
);
