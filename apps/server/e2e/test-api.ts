import { ErrorBody } from '@wuhao/contracts';
import { logger } from '@wuhao/core';
import { createDataSource } from '@wuhao/db';
import type { DataSource } from 'typeorm';
import { ApiClient, type ApiAnswer, type Operation } from './api-client';
import { startServer, type TestServer } from './server';

export type TestApi = {
  server: TestServer;
  dataSource: DataSource;
  api: ApiClient;
  stop: () => Promise<void>;
};

/** The API without a worker, on a database of its own, and a client that checks its answers. */
export async function startTestApi(): Promise<TestApi> {
  const server = await startServer({ worker: false });
  // What is logged here is what the tests ask for.
  logger.level = 'silent';
  const dataSource = await createDataSource(server.databaseUrl, 4).initialize();
  const stop = async () => {
    await dataSource.destroy();
    await server.stop();
  };
  return { server, dataSource, api: await ApiClient.connect(server.origin), stop };
}

/** Runs a check on every route that `where` picks, and says of which routes it did not hold. */
export async function onEach(
  api: ApiClient,
  where: (operation: Operation) => boolean,
  check: (operation: Operation) => Promise<void>,
): Promise<void> {
  const operations = api.operations.filter(where);
  expect(operations.length).toBeGreaterThan(0);
  const failures: string[] = [];
  for (const operation of operations)
    await check(operation).catch((error: Error) => failures.push(`${operation.route}: ${error.message}`));
  expect(failures).toEqual([]);
}

export const codeOf = (answer: ApiAnswer) => `${answer.status} ${ErrorBody.parse(answer.body).code}`;

/** All that a client can tell an answer by. */
export function tellable({ status, headers, body }: ApiAnswer) {
  const { date: _, 'x-request-id': __, ...telling } = headers;
  return { status, headers: telling, body: { ...(body as object), requestId: '' } };
}
