import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { NestFactory } from '@nestjs/core';
import { createTestDatabase, startRedis } from '@wuhao/db/testing';
import 'reflect-metadata';

export type TestServer = { origin: string; databaseUrl: string; dataDir: string; stop: () => Promise<void> };

type Options = { worker?: boolean; redis?: boolean; env?: Record<string, string> };

/**
 * API and (unless told otherwise) worker of this source tree in this process, on a database and a folder of
 * their own. One a test file: the environment is read once.
 */
export async function startServer({
  worker = true,
  redis = false,
  env = {},
}: Options = {}): Promise<TestServer> {
  const database = await createTestDatabase();
  const redisServer = redis ? await startRedis() : undefined;
  const dataDir = await mkdtemp(path.join(tmpdir(), 'wuhao-e2e-'));
  Object.assign(process.env, {
    NODE_ENV: 'test',
    LOG_LEVEL: 'error',
    PUBLIC_ORIGINS: 'http://h5.test',
    DATABASE_URL: database.url,
    REDIS_URL: redisServer?.url ?? '',
    DATA_DIR: dataDir,
    TOKEN_SECRET: randomBytes(32).toString('hex'),
    FILE_URL_SECRET: randomBytes(32).toString('hex'),
    ...env,
  });
  // Imported only now: what they read from the environment must be there.
  const { createApp } = await import('../src/create-app');
  const { app, stop } = await createApp();
  await app.listen(0, '127.0.0.1');
  const { port } = app.getHttpServer().address() as AddressInfo;

  const stopWorker = worker ? await startWorker() : async () => {};
  return {
    origin: `http://127.0.0.1:${port}`,
    databaseUrl: database.url,
    dataDir,
    stop: async () => {
      await stopWorker();
      await stop();
      await database.drop();
      await redisServer?.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

async function startWorker(): Promise<() => Promise<void>> {
  const { WorkerModule } = await import('../src/worker.module');
  const context = await NestFactory.createApplicationContext(WorkerModule, {
    logger: false,
    abortOnError: false,
  });
  return () => context.close();
}
