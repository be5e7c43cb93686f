import { getQueueToken } from '@nestjs/bullmq';
import { NestFactory } from '@nestjs/core';
import { Module, type INestApplicationContext } from '@nestjs/common';
import { CoreModule, Registry, uuidv7 } from '@wuhao/core';
import { useTestEnv } from '@wuhao/core/testing';
import { Account, DbModule, IdempotentWrite } from '@wuhao/db';
import { createTestDatabase, type TestDatabase } from '@wuhao/db/testing';
import type { Queue } from 'bullmq';
import { DataSource } from 'typeorm';
import { Housekeeping, HousekeepingModule } from './housekeeping';

@Module({ imports: [CoreModule, DbModule, HousekeepingModule] })
class TestModule {}

describe('housekeeping', () => {
  let database: TestDatabase;
  let app: INestApplicationContext;
  beforeAll(async () => {
    database = await createTestDatabase();
    useTestEnv({ DATABASE_URL: database.url });
    app = await NestFactory.createApplicationContext(TestModule, { logger: false });
  });
  afterAll(async () => {
    await app.close();
    await database.drop();
  });

  it('is planned once a day, however many workers start', async () => {
    await app.get(Housekeeping).onApplicationBootstrap();
    const schedulers = await app.get<Queue>(getQueueToken('housekeeping')).getJobSchedulers();
    expect(schedulers).toMatchObject([{ key: 'daily', pattern: '30 3 * * *', tz: 'Asia/Shanghai' }]);
  });

  it('forgets old idempotency keys, keeps younger ones, and goes on after a task that fails', async () => {
    const dataSource = app.get(DataSource);
    const accountId = uuidv7();
    await dataSource.getRepository(Account).insert({ id: accountId, role: 'student' });
    const keys = dataSource.getRepository(IdempotentWrite);
    const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000);
    const young = { accountId, key: uuidv7(), bodyHash: Buffer.alloc(32), createdAt: daysAgo(30) };
    await keys.insert([young, { ...young, key: uuidv7(), createdAt: daysAgo(36) }]);
    app
      .get(Registry)
      .housekeepingTasks.unshift({ name: 'broken', run: () => Promise.reject(new Error('no')) });

    await app.get(Housekeeping).process();
    expect((await keys.find()).map(({ key }) => key)).toEqual([young.key]);
  });
});
