import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { migrate } from '../migrate';

export type TestDatabase = {
  url: string;
  /** Cuts off whoever is still connected. */
  drop(): Promise<void>;
};

const TEMPLATE = 'test_template';
/** Any number: the workers of a run agree by it on who migrates the template. */
const TEMPLATE_LOCK = 7_405_124;

/** A migrated, empty database of its own, cloned in about 0.15 s. */
export async function createTestDatabase(): Promise<TestDatabase> {
  await onServer(ensureTemplate);
  const name = `test_${process.env.JEST_WORKER_ID ?? '0'}_${randomBytes(6).toString('hex')}`;
  await onServer((client) => client.query(`create database ${name} template ${TEMPLATE} strategy file_copy`));
  return {
    url: urlOf(name),
    drop: async () => {
      await onServer((client) => client.query(`drop database if exists ${name} with (force)`));
    },
  };
}

function urlOf(database: string): string {
  const server = process.env.TEST_POSTGRES_URL;
  if (!server)
    throw new Error('TEST_POSTGRES_URL is missing: start the tests through the root Jest configuration');
  const url = new URL(server);
  url.pathname = `/${database}`;
  return url.href;
}

async function onServer(use: (client: Client) => Promise<unknown>): Promise<void> {
  const client = new Client({ connectionString: urlOf('postgres') });
  await client.connect();
  try {
    await use(client);
  } finally {
    await client.end();
  }
}

/** Migrated by whoever needs it first, so a run of pure tests does not wait for it. */
async function ensureTemplate(client: Client): Promise<void> {
  await client.query('select pg_advisory_lock($1)', [TEMPLATE_LOCK]);
  const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [TEMPLATE]);
  if (rowCount) return;
  const unfinished = `${TEMPLATE}_unfinished`;
  await client.query(`drop database if exists ${unfinished} with (force)`);
  await client.query(`create database ${unfinished}`);
  await migrate(urlOf(unfinished));
  await client.query(`alter database ${unfinished} rename to ${TEMPLATE}`);
}
