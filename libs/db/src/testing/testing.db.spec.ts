import { Redis } from 'ioredis';
import { Client } from 'pg';
import { startRedis } from './redis';
import { createTestDatabase } from './test-database';

async function query(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

it('gives each test file a migrated database of its own, also to several at once', async () => {
  const databases = await Promise.all([1, 2, 3].map(() => createTestDatabase()));
  const tables = `select count(*)::int as n from information_schema.tables where table_schema = 'public'`;
  await query(databases[0]!.url, 'create table only_here (n int)');
  const counts = await Promise.all(databases.map(({ url }) => query(url, tables)));
  const [first, second, third] = counts.map(([row]) => row!.n as number);
  expect(second).toBeGreaterThan(5);
  expect(third).toBe(second);
  expect(first).toBe(second! + 1);
  const [queue] = await query(databases[1]!.url, `select to_regclass('bullmq.job') is not null as there`);
  expect(queue).toEqual({ there: true });
  await Promise.all(databases.map((database) => database.drop()));
});

it('drops a database that somebody still uses', async () => {
  const database = await createTestDatabase();
  const client = new Client({ connectionString: database.url });
  client.on('error', () => undefined);
  await client.connect();
  await database.drop();
  await expect(query(database.url, 'select 1')).rejects.toMatchObject({ code: '3D000' });
  await client.end();
});

it('starts a Redis that keeps nothing, and starts it again where it was', async () => {
  const redis = await startRedis();
  const client = new Redis(redis.url, { retryStrategy: () => 20 });
  client.on('error', () => undefined);
  await client.set('kept', '1');
  await redis.stop();
  const again = await startRedis(Number(new URL(redis.url).port));
  expect(again.url).toBe(redis.url);
  expect(await client.get('kept')).toBeNull();
  client.disconnect();
  await again.stop();
});
