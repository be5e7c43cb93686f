import { BullModule } from '@nestjs/bullmq';
import { Module } from '@nestjs/common';
import { createPostgresBackend, setDefaultBackendFactory, type QueueOptions } from 'bullmq';
import { env } from './env';

/**
 * BullMQ on Redis with `REDIS_URL`, otherwise on its own PostgreSQL backend. The backend is a process-wide
 * default, so call this before any queue is made.
 */
export function queueConnection(): QueueOptions['connection'] {
  const { REDIS_URL, DATABASE_URL } = env();
  if (REDIS_URL) {
    return { url: REDIS_URL, maxRetriesPerRequest: null };
  }
  setDefaultBackendFactory(createPostgresBackend as Parameters<typeof setDefaultBackendFactory>[0]);
  return { connectionString: DATABASE_URL, max: 4 } as unknown as QueueOptions['connection'];
}

/** What a module with a queue imports beside `BullModule.registerQueue`. */
@Module({ imports: [BullModule.forRootAsync({ useFactory: () => ({ connection: queueConnection() }) })] })
export class QueueModule {}
