import { fork } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buildSync } from 'esbuild';
import { Client } from 'pg';
import { type EmbeddedPostgres, startEmbeddedPostgres } from './embedded-postgres';

const dataDir = mkdtempSync(path.join(tmpdir(), 'embedded-postgres-'));
const start = (options = {}) => startEmbeddedPostgres({ dataDir, durable: false, ...options });

async function query(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

function isAlive(pid: number): boolean {
  try {
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
}

let server: EmbeddedPostgres;
beforeAll(async () => {
  server = await start();
});
afterAll(async () => {
  await server.stop();
  rmSync(dataDir, { recursive: true });
});

describe('the server', () => {
  it('answers on the database of the product, by its Unicode rules', async () => {
    const [row] = await query(
      server.url,
      `select current_database() as database, current_setting('server_version_num')::int / 10000 as major,
              datcollate, datctype, datlocale, pg_encoding_to_char(encoding) as encoding
         from pg_database where datname = current_database()`,
    );
    expect(row).toEqual({
      database: 'wuhao',
      major: 18,
      datcollate: 'C',
      datctype: 'C.UTF-8',
      datlocale: 'C.UTF-8',
      encoding: 'UTF8',
    });
  });

  it('finds trigrams in Chinese words', async () => {
    await query(server.url, 'create extension if not exists pg_trgm');
    const [row] = await query(server.url, `select show_trgm('课程') as trigrams`);
    expect(row!.trigrams).not.toEqual([]);
  });

  it('refuses a wrong password and none', async () => {
    const wrong = new URL(server.url);
    wrong.password = 'guessed';
    await expect(query(wrong.href, 'select 1')).rejects.toMatchObject({ code: '28P01' });
    wrong.password = '';
    await expect(query(wrong.href, 'select 1')).rejects.toThrow(/password/);
  });

  it('keeps its password and its files from other users', () => {
    expect(statSync(path.join(dataDir, 'pg18')).mode & 0o777).toBe(0o700);
    expect(statSync(path.join(dataDir, 'pg18', 'password')).mode & 0o777).toBe(0o600);
  });

  it('listens on loopback alone', () => {
    const listening = readFileSync('/proc/net/tcp', 'utf8');
    const port = server.port.toString(16).toUpperCase().padStart(4, '0');
    expect(listening).toContain(`0100007F:${port} 00000000:0000 0A`);
    expect(listening).not.toContain(`00000000:${port} 00000000:0000 0A`);
  });

  it('refuses a second instance on the same directory in one sentence', async () => {
    await expect(start()).rejects.toMatchObject({
      name: 'StartRefused',
      message: expect.stringMatching(/^Another instance uses .*DATA_DIR\.$/),
    });
  });
});

describe('stop and start', () => {
  it('keeps the data and the port over a stop', async () => {
    await query(server.url, 'create table kept (n int); insert into kept values (42)');
    const { port } = server;
    await Promise.all([server.stop(), server.stop()]);
    expect(existsSync(path.join(dataDir, 'pg18', 'cluster', 'postmaster.pid'))).toBe(false);
    server = await start({ port });
    expect(server.port).toBe(port);
    expect(await query(server.url, 'select n from kept')).toEqual([{ n: 42 }]);
  });

  it('takes another port when the wanted one is taken', async () => {
    const { port } = server;
    await server.stop();
    const stranger = createServer().listen(port, '127.0.0.1');
    try {
      server = await start({ port });
      expect(server.port).not.toBe(port);
    } finally {
      stranger.close();
    }
  });

  it('recovers by itself when the server was killed', async () => {
    await query(server.url, 'insert into kept values (43)');
    process.kill(server.pid, 'SIGKILL');
    await server.ended;
    server = await start();
    expect(await query(server.url, 'select max(n) as n from kept')).toEqual([{ n: 43 }]);
  });

  it('is not misled by a pid file that names a stranger', async () => {
    const pidFile = path.join(dataDir, 'pg18', 'cluster', 'postmaster.pid');
    await server.stop();
    writeFileSync(pidFile, `${process.pid}\n${path.dirname(pidFile)}\n1\n1\n\n\n\n`);
    server = await start();
    expect(isAlive(process.pid)).toBe(true);
    expect(await query(server.url, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('begins again when the first start was cut off in the middle of initdb', async () => {
    const dir = mkdtempSync(path.join(tmpdir(), 'embedded-postgres-'));
    try {
      mkdirSync(path.join(dir, 'pg18', 'cluster.unfinished', 'base'), { recursive: true });
      const other = await start({ dataDir: dir });
      expect(await query(other.url, 'select 1 as one')).toEqual([{ one: 1 }]);
      await other.stop();
    } finally {
      rmSync(dir, { recursive: true });
    }
  });
});

describe('a launcher that was killed', () => {
  it('leaves no server behind, and the next start gets the directory', async () => {
    await server.stop();
    const launcher = fork(bundledLauncher());
    const pid = await new Promise<number>((resolve) => launcher.once('message', (m) => resolve(m as number)));
    expect(isAlive(pid)).toBe(true);
    launcher.kill('SIGKILL');
    await once(launcher, 'exit');
    server = await start();
    expect(isAlive(pid)).toBe(false);
    expect(await query(server.url, 'select count(*)::int as n from kept')).toEqual([{ n: 2 }]);
  });
});

/** A process of its own that starts the same server and says its pid. */
function bundledLauncher(): string {
  // Inside the repository, because it finds node_modules from where it lies.
  const outfile = path.resolve(__dirname, '../../../tmp/embedded-postgres-launcher.cjs');
  buildSync({
    stdin: {
      contents: `import { startEmbeddedPostgres } from './embedded-postgres';
        startEmbeddedPostgres({ dataDir: ${JSON.stringify(dataDir)}, durable: false }).then(({ pid }) => process.send(pid));`,
      resolveDir: __dirname,
      loader: 'ts',
    },
    bundle: true,
    platform: 'node',
    packages: 'external',
    outfile,
  });
  return outfile;
}
