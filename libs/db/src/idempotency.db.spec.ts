import { uuidv7 } from '@wuhao/core';
import type { DataSource } from 'typeorm';
import { createDataSource } from './data-source';
import { Account } from './entities';
import { bodyHash, once } from './idempotency';
import { prepared } from './prepared';
import { createTestDatabase, type TestDatabase } from './testing';

describe('once', () => {
  let database: TestDatabase;
  let dataSource: DataSource;
  const accountId = uuidv7();
  beforeAll(async () => {
    database = await createTestDatabase();
    dataSource = await createDataSource(database.url, 20).initialize();
    await dataSource.getRepository(Account).insert({ id: accountId, role: 'student' });
  });
  afterAll(async () => {
    await dataSource.destroy();
    await database.drop();
  });

  const write = (key: string, body: unknown, effect: () => unknown) =>
    dataSource.transaction((tx) => once(tx, { accountId, key, body }, async () => effect()));

  it('runs a write once when it comes twenty times at once, and answers all alike', async () => {
    const key = uuidv7();
    let runs = 0;
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => write(key, { a: 1 }, () => ({ run: ++runs, text: '三又二分之一' }))),
    );
    expect(runs).toBe(1);
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  });

  it('refuses the same key with another body', async () => {
    const key = uuidv7();
    await write(key, { a: 1 }, () => ({}));
    await expect(write(key, { a: 2 }, () => ({}))).rejects.toMatchObject({ code: 'CONFLICT' });
  });

  it('forgets the key of a write that failed', async () => {
    const key = uuidv7();
    const failing = write(key, {}, () => {
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    await expect(write(key, {}, () => 'second')).resolves.toBe('second');
  });
});

describe('bodyHash', () => {
  it('does not depend on the order of keys, and on everything else', () => {
    expect(bodyHash({ a: 1, b: [1, { c: 2, d: undefined }] })).toEqual(bodyHash({ b: [1, { c: 2 }], a: 1 }));
    const others = [{ a: '1' }, { a: 1 }, { a: [1] }, { a: null }, [1], {}, 'a', null];
    expect(new Set(others.map((body) => bodyHash(body).toString('hex'))).size).toBe(others.length);
  });
});

describe('prepared', () => {
  let database: TestDatabase;
  let dataSource: DataSource;
  beforeAll(async () => {
    database = await createTestDatabase();
    dataSource = await createDataSource(database.url, 2).initialize();
  });
  afterAll(async () => {
    await dataSource.destroy();
    await database.drop();
  });
  const types = prepared<Record<string, unknown>, [Date]>(
    'spec.types',
    `select $1::timestamptz as at, true as yes, 1::bigint as big, 1.5::numeric as num, 0.5::real as real,
            '{"a":[1]}'::jsonb as json, null::timestamptz as none, '中文' as text`,
  );
  const expected = {
    at: '2026-01-02T03:04:05.678Z',
    yes: true,
    big: 1,
    num: 1.5,
    real: 0.5,
    json: { a: [1] },
    none: null,
    text: '中文',
  };

  it('gives rows as the contract has them, on the pool and inside a transaction', async () => {
    const at = new Date('2026-01-02T03:04:05.678Z');
    expect(await types(dataSource, at)).toEqual([expected]);
    expect(await dataSource.transaction((tx) => types(tx, at))).toEqual([expected]);
  });
});
