import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { Queue } from 'bullmq';
import { Client } from 'pg';
import sharp from 'sharp';
import { queueConnection } from '@wuhao/core';
import { sample, StudentClient } from './family';
import { startServer, type TestServer } from './server';

const WORKER = path.resolve(__dirname, '../../../dist/server/apps/server/src/worker.main.js');
const DONE_MS = 120_000;

/** The compiled worker as a process of its own. */
class Worker {
  private child: ChildProcess | undefined;

  start(): void {
    this.child = fork(WORKER, { env: process.env, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  }

  async kill(signal: NodeJS.Signals): Promise<number | null> {
    const child = this.child;
    if (!child || child.exitCode !== null || child.signalCode !== null) return child?.exitCode ?? null;
    const gone = once(child, 'exit') as Promise<[number | null]>;
    child.kill(signal);
    return (await gone)[0];
  }
}

/** The upper part of a sample: fewer items, so that many runs fit a test. */
async function topOf(name: string): Promise<Buffer> {
  const picture = sharp(await sample(name));
  const { width, height } = await picture.metadata();
  return picture.extract({ left: 0, top: 0, width, height: Math.round(height * 0.45) }).toBuffer();
}

/** All that grading writes about a student, without ids and times. */
async function rowsOf(databaseUrl: string, studentId: string): Promise<unknown> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  const all = async (sql: string) => (await client.query(sql, [studentId])).rows as unknown[];
  const rows = {
    homework: await all(
      `select status, judged_count, correct_count, item_count, graded_at is not null as graded
         from homework where student_id = $1 order by id`,
    ),
    pages: await all(
      `select n, status, problem, claim_token from homework_page where student_id = $1 order by homework_id, n`,
    ),
    runs: await all(
      `select page, grader, problem, item_count from grading_run where student_id = $1 order by homework_id, page`,
    ),
    items: await all(
      `select page, position, box_x, box_y, box_w, box_h, text, question, verdict, student_answer, expected, confidence
         from item where student_id = $1 order by homework_id, page, position`,
    ),
    mistakes: await all(
      `select m.question, m.student_answer, m.expected, m.box_x, m.box_y, i.page, i.position, i.verdict
         from mistake m join item i on i.student_id = m.student_id and i.id = m.item_id
        where m.student_id = $1 order by i.homework_id, i.page, i.position`,
    ),
  };
  await client.end();
  return rows;
}

/**
 * One undisturbed student; another with the same photos, each job three times in the queue and two workers
 * that are killed (-9) at random moments. Answers with what was written about either.
 */
export async function gradeThroughStorm({
  redis,
  kills,
  seed,
}: {
  redis: boolean;
  kills: number;
  seed: number;
}) {
  const server: TestServer = await startServer({ worker: false, redis });
  const workers = [new Worker(), new Worker()];
  const queue = new Queue('grading', { connection: queueConnection() });
  try {
    const photos = [await topOf('sheet-1.jpg'), await topOf('sheet-2.jpg')];
    const handIn = async () => {
      const student = await StudentClient.register(server.origin);
      const fileIds: string[] = [];
      for (const photo of photos) fileIds.push((await student.upload(photo)).id);
      const homework = [];
      for (const title of ['一', '二'])
        homework.push(await student.submit({ subject: 'math', title, fileIds }));
      return { student, homework };
    };
    const finish = async ({ student, homework }: Awaited<ReturnType<typeof handIn>>) => {
      for (const { id } of homework) await student.graded(id, DONE_MS);
      return rowsOf(server.databaseUrl, student.id);
    };

    const calm = await handIn();
    workers[0]!.start();
    const expected = await finish(calm);
    const calmExit = await workers[0]!.kill('SIGTERM');

    const stormy = await handIn();
    for (const { id } of stormy.homework)
      for (const n of [1, 2, 1, 2])
        await queue.add(
          'page',
          { studentId: stormy.student.id, homeworkId: id, n },
          { removeOnComplete: true },
        );
    for (const worker of workers) worker.start();
    const random = mulberry32(seed);
    for (let kill = 0; kill < kills; kill += 1) {
      await new Promise((resolve) => setTimeout(resolve, 500 + random() * 3000));
      const worker = workers[Math.floor(random() * workers.length)]!;
      await worker.kill('SIGKILL');
      worker.start();
    }
    const actual = await finish(stormy);
    return { expected, actual, calmExit };
  } finally {
    for (const worker of workers) await worker.kill('SIGKILL');
    await queue.close();
    await server.stop();
  }
}

/** A small seeded generator, so that a storm can be repeated. */
function mulberry32(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
