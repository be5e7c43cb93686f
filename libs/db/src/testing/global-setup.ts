import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { Client } from 'pg';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../embedded-postgres';
import { StartRefused } from '../start-refused';

declare global {
  var testPostgres: EmbeddedPostgres | undefined;
}

const SLOTS = path.resolve(__dirname, '../../../../tmp/test-postgres');

/** One PostgreSQL for the whole run. Clusters are used again; runs at the same time take one each. */
export default async function startTestPostgres(): Promise<void> {
  for (let slot = 0; ; slot++) {
    const dataDir = path.join(SLOTS, `${slot}`);
    mkdirSync(dataDir, { recursive: true });
    const server = await startSlot(dataDir);
    if (!server) continue;
    await dropLeftovers(server.url);
    globalThis.testPostgres = server;
    process.env.TEST_POSTGRES_URL = server.url;
    return;
  }
}

/** null when another run has the slot. */
async function startSlot(dataDir: string): Promise<EmbeddedPostgres | null> {
  for (let again = true; ; again = false) {
    try {
      return await startEmbeddedPostgres({ dataDir, durable: false });
    } catch (error) {
      if (!(error instanceof StartRefused)) throw error;
      if (error.message.startsWith('Another instance')) return null;
      if (!again) throw error;
      // These clusters do not survive a power cut, and nothing in them is worth a repair.
      rmSync(path.join(dataDir, 'pg18'), { recursive: true, force: true });
    }
  }
}

/** Databases of runs that were killed, and the template, which may come from older migrations. */
async function dropLeftovers(url: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ datname: string }>(
      `select datname from pg_database where datname like 'test\\_%'`,
    );
    for (const { datname } of rows) await client.query(`drop database "${datname}" with (force)`);
  } finally {
    await client.end();
  }
}
