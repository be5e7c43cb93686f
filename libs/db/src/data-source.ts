import { DataSource, type DataSourceOptions } from 'typeorm';
import { ENTITIES } from './entities';
import { MIGRATIONS } from './migrations';

/** One pool a process. `synchronize` never: the schema is what the migrations make. */
export function dataSourceOptions(url: string, poolSize: number): DataSourceOptions {
  return {
    type: 'postgres',
    url,
    poolSize,
    entities: ENTITIES,
    migrations: MIGRATIONS,
    synchronize: false,
    migrationsTransactionMode: 'all',
    extra: {
      // Instants leave the database in UTC (see prepared.ts); a stuck statement ends by itself.
      options: '-c timezone=UTC -c statement_timeout=15000 -c idle_in_transaction_session_timeout=30000',
      connectionTimeoutMillis: 5000,
      keepAlive: true,
    },
  };
}

export const createDataSource = (url: string, poolSize = 10) =>
  new DataSource(dataSourceOptions(url, poolSize));
