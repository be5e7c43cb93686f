import { runMigrations as runQueueMigrations } from 'bullmq';
import { Client } from 'pg';
import { createDataSource } from './data-source';

/** Any number; the same in every process that migrates. */
const MIGRATION_LOCK = 7_405_123;

/** Brings schema and queue tables up to date. Safe to run twice, and by several processes at once. */
export async function migrate(url: string): Promise<void> {
  // The lock has a connection of its own: a pooled one could be handed to somebody else.
  const lock = new Client({ connectionString: url });
  await lock.connect();
  try {
    await lock.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    const dataSource = await createDataSource(url, 2).initialize();
    try {
      await dataSource.runMigrations();
    } finally {
      await dataSource.destroy();
    }
    await runQueueMigrations(lock as never);
  } finally {
    await lock.end();
  }
}
