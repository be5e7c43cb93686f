import type { DataSource } from 'typeorm';

/**
 * Many students with `each` mistakes (half of them due, a fifth deleted), their reviews, and 30 homeworks, for
 * looking at plans. Gives the ids of the students.
 */
export async function createCrowd(
  dataSource: DataSource,
  { students, each, at }: { students: number; each: number; at: Date },
): Promise<string[]> {
  const runner = dataSource.createQueryRunner();
  const run = (sql: string) => runner.query(sql) as Promise<{ id: string }[]>;
  // Foreign keys hold by construction; checking them row by row takes most of the time.
  await run('set session_replication_role = replica');
  const now = `'${at.toISOString()}'::timestamptz`;
  await run(
    `create temporary table crowd as select gen_random_uuid() as student_id from generate_series(1, ${students})`,
  );
  await run(`insert into account (id, role) select student_id, 'student' from crowd`);
  await run(`insert into profile (account_id, nickname) select student_id, '小明' from crowd`);
  await run(
    `insert into file (student_id, id, purpose, mime, width, height, bytes, sha256, storage_key, thumbnail_key, client_key, created_at)
     select student_id, gen_random_uuid(), 'homework', 'image/jpeg', 1200, 1600, 1, '', 'a', 'b', gen_random_uuid(), ${now}
       from crowd, generate_series(1, 10)`,
  );
  await run(
    `insert into mistake (student_id, id, source, subject, question, knowledge_points, file_id, due_at, stability,
                          difficulty, review_count, last_reviewed_at, created_at, deleted_at)
     select f.student_id, gen_random_uuid(), 'manual', 'math', 'n ' || n, array['point ' || n % 7], f.id,
            ${now} + (n % 20 - 10) * interval '1 day', n % 9, least(n % 9, 5), n % 3,
            case when n % 3 > 0 then ${now} - interval '11 days' end, ${now} - interval '30 days',
            case when n % 5 = 0 then ${now} end
       from (select *, row_number() over (partition by student_id) as r
               from file join crowd using (student_id)) f, generate_series(1, ${each}) n
      where n % 10 + 1 = f.r`,
  );
  await run(
    `insert into review_log (student_id, id, mistake_id, rating, reviewed_at, claimed_at, received_at, time_spent_ms,
                             due_at, stability, difficulty, body_hash)
     select student_id, gen_random_uuid(), id, 'good', last_reviewed_at, last_reviewed_at, last_reviewed_at, 20000,
            due_at, 1, 1, ''
       from mistake join crowd using (student_id) where last_reviewed_at is not null`,
  );
  await run(
    `insert into homework (student_id, id, subject, status, page_count, client_key, body_hash, created_at)
     select student_id, gen_random_uuid(), 'math', 'graded', 1, gen_random_uuid(), '', ${now} - n * interval '8 hours'
       from crowd, generate_series(1, 30) n`,
  );
  await run(
    `insert into homework_page (student_id, homework_id, n, file_id, status, queued_at)
     select student_id, h.id, 1, f.id, 'graded', ${now}
       from homework h
       join (select student_id, min(id::text)::uuid as id from file join crowd using (student_id) group by 1) f
      using (student_id)`,
  );
  await run('reset session_replication_role');
  await run('vacuum analyze');
  const crowd = await run('select student_id as id from crowd');
  await run('drop table crowd');
  await runner.release();
  return crowd.map(({ id }) => id);
}
