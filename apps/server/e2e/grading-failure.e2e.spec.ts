import { Client } from 'pg';
import { sample, StudentClient } from './family';
import { startServer, type TestServer } from './server';

describe('a page that the reader does not survive', () => {
  let server: TestServer;
  // Less time than any page needs: each run is ended by force.
  beforeAll(async () => (server = await startServer({ env: { PAGE_READER_TIMEOUT_MS: '1000' } })), 60_000);
  afterAll(() => server.stop());

  it('is tried five times, fails by itself with a reason, and makes no mistakes', async () => {
    const student = await StudentClient.register(server.origin);
    const file = await student.upload(await sample('sheet-1.jpg'));
    const { id } = await student.submit({ subject: 'math', fileIds: [file.id] });
    const homework = await student.graded(id, 120_000);
    expect(homework).toMatchObject({
      status: 'failed',
      pages: [{ status: 'failed', problem: 'reader_failed' }],
      items: [],
      score: { judged: 0, total: 0, correct: 0 },
    });
    const client = new Client({ connectionString: server.databaseUrl });
    await client.connect();
    const { rows } = await client.query('select failed_runs from homework_page where homework_id = $1', [id]);
    await client.end();
    expect(rows).toEqual([{ failed_runs: 4 }]);
  }, 150_000);
});
