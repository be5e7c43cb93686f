import { createDataSource } from '../data-source';
import { createTestDatabase, type TestDatabase } from '../testing';

describe('migrations', () => {
  let database: TestDatabase;
  beforeEach(async () => (database = await createTestDatabase()));
  afterEach(() => database.drop());

  it('leave nothing for the schema builder to do', async () => {
    const dataSource = await createDataSource(database.url, 2).initialize();
    const { upQueries } = await dataSource.driver.createSchemaBuilder().log();
    expect(upQueries.map(({ query }) => query)).toEqual([]);
    await dataSource.destroy();
  });

  it('go down and up again', async () => {
    const dataSource = await createDataSource(database.url, 2).initialize();
    await dataSource.undoLastMigration();
    const left = await dataSource.query<{ tablename: string }[]>(
      `select tablename from pg_tables where schemaname = 'public' and tablename <> 'migrations'`,
    );
    expect(left).toEqual([]);
    await dataSource.runMigrations();
    const { upQueries } = await dataSource.driver.createSchemaBuilder().log();
    expect(upQueries).toEqual([]);
    await dataSource.destroy();
  });
});
