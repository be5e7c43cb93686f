// Rows of a busy student: 60 homework of one page and 30 items, 200 mistakes, 60 of them due.

const HOMEWORK = 60;
const ITEMS = 30;
const MISTAKES = 200;

/** A UUIDv7 made of a time and a number, in SQL. */
const uuid = (ms, n) =>
  `(lpad(to_hex((${ms})::bigint), 12, '0') || '7000' || '8000' || lpad(to_hex((${n})::bigint), 12, '0'))::uuid`;

/** Fills the rows; answers with the id of the newest homework. */
export async function seed(client, studentId) {
  const insert = (sql) => client.query(sql, [studentId]);
  await insert(`insert into file (student_id, id, purpose, mime, width, height, bytes, sha256, storage_key, thumbnail_key,
      client_key, created_at)
    select $1, ${uuid('1760000000000', 'h')}, 'homework', 'image/jpeg', 1600, 2200, 300000, '\\x00', 'k' || h, 't' || h,
      gen_random_uuid(), now() from generate_series(1, ${HOMEWORK}) h`);
  await insert(`insert into homework (student_id, id, subject, title, status, judged_count, correct_count, item_count,
      page_count, client_key, body_hash, created_at, graded_at)
    select $1, ${uuid('1760000000000 + h', 'h')}, 'math', '口算练习 ' || h, 'graded', 26, 22, ${ITEMS}, 1,
      gen_random_uuid(), '\\x00', now() - h * interval '3 hours', now() from generate_series(1, ${HOMEWORK}) h`);
  await insert(`insert into homework_page (student_id, homework_id, n, file_id, status, queued_at, graded_at)
    select $1, ${uuid('1760000000000 + h', 'h')}, 1, ${uuid('1760000000000', 'h')}, 'graded', now(), now()
      from generate_series(1, ${HOMEWORK}) h`);
  await insert(`insert into item (student_id, id, homework_id, page, position, box_x, box_y, box_w, box_h, text, question,
      verdict, student_answer, expected, confidence)
    select $1, ${uuid('1760000000000 + h', 'h * 1000 + i')}, ${uuid('1760000000000 + h', 'h')}, 1, i, 100, i * 60, 260, 48,
      i || '×7=' || i * 7, i || '×7=', case when i % 6 = 0 then 'wrong' else 'correct' end, (i * 7)::text, (i * 7)::text,
      0.93 from generate_series(1, ${HOMEWORK}) h, generate_series(0, ${ITEMS - 1}) i`);
  await insert(`insert into mistake (student_id, id, source, subject, question, student_answer, expected, knowledge_points,
      homework_id, item_id, file_id, box_x, box_y, box_w, box_h, due_at, stability, difficulty, review_count, lapses,
      last_reviewed_at, created_at)
    select $1, ${uuid('1761000000000 + m', 'm')}, 'grading', 'math', m || '×6=', '41', (m * 6)::text, '{乘法口诀}',
      ${uuid('1760000000000 + m % 60 + 1', 'm % 60 + 1')}, gen_random_uuid(), ${uuid('1760000000000', 'm % 60 + 1')},
      100, 200, 260, 48, now() + ((m - 60) * interval '4 hours'), 4, 5, 2, 0, now() - interval '2 days',
      now() - interval '9 days' from generate_series(1, ${MISTAKES}) m`);
  await client.query('analyze');
  const { rows } = await client.query(
    'select id from homework where student_id = $1 order by id desc limit 1',
    [studentId],
  );
  return rows[0].id;
}
