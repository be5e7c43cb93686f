import type { Cause, MistakeSource, MistakeStatistics, Subject } from '@wuhao/contracts';
import { prepared } from '@wuhao/db';

export type MistakeRow = {
  id: string;
  source: MistakeSource;
  subject: Subject;
  question: string | null;
  studentAnswer: string | null;
  cause: Cause | null;
  knowledgePoints: string[];
  x: number | null;
  y: number | null;
  w: number | null;
  h: number | null;
  homeworkId: string | null;
  itemId: string | null;
  dueAt: string;
  lastReviewedAt: string | null;
  reviews: number;
  lapses: number;
  stability: number;
  createdAt: string;
  fileId: string | null;
  width: number | null;
  height: number | null;
};
export const MISTAKE = `m.id, m.source, m.subject, m.question, m.student_answer as "studentAnswer", m.cause,
  to_json(m.knowledge_points) as "knowledgePoints", m.box_x as x, m.box_y as y, m.box_w as w, m.box_h as h,
  m.homework_id as "homeworkId", m.item_id as "itemId", m.due_at as "dueAt",
  m.last_reviewed_at as "lastReviewedAt", m.review_count as reviews, m.lapses, m.stability,
  m.created_at as "createdAt", m.file_id as "fileId", f.width, f.height`;
export const PICTURE = 'left join file f on f.student_id = m.student_id and f.id = m.file_id';

/** What the viewer may not see does not leave the database: `$3` says whether it is a guardian. */
const EXPECTED = 'case when $3::bool or m.expected_shown_at is not null then m.expected end as expected';
export type AnsweredRow = MistakeRow & { expected: string | null };

export const listMistakes = prepared<
  AnsweredRow,
  [
    studentId: string,
    before: string,
    seesExpected: boolean,
    subject: string | null,
    knowledgePoint: string | null,
    limit: number,
  ]
>(
  'mistakes.list',
  `select ${MISTAKE}, ${EXPECTED} from mistake m ${PICTURE}
    where m.student_id = $1 and m.id < $2 and m.deleted_at is null
      and ($4::text is null or m.subject = $4) and ($5::text is null or $5 = any (m.knowledge_points))
    order by m.id desc limit $6`,
);

export const readMistake = prepared<AnsweredRow, [studentId: string, id: string, seesExpected: boolean]>(
  'mistakes.read',
  `select ${MISTAKE}, ${EXPECTED} from mistake m ${PICTURE}
    where m.student_id = $1 and m.id = $2 and m.deleted_at is null`,
);

/** Also when it was deleted since: a repeat gets the first answer. */
export const readByKey = prepared<
  AnsweredRow & { hash: string },
  [studentId: string, clientKey: string, seesExpected: boolean]
>(
  'mistakes.read_by_key',
  `select ${MISTAKE}, ${EXPECTED}, encode(m.body_hash, 'hex') as hash from mistake m ${PICTURE}
    where m.student_id = $1 and m.client_key = $2`,
);

export const insertByHand = prepared<
  never,
  [
    studentId: string,
    id: string,
    subject: string,
    question: string | null,
    studentAnswer: string | null,
    cause: string | null,
    knowledgePoints: string[],
    fileId: string | null,
    dueAt: Date,
    at: Date,
    clientKey: string,
    hash: Buffer,
  ]
>(
  'mistakes.insert_by_hand',
  `insert into mistake (student_id, id, source, subject, question, student_answer, cause, knowledge_points,
                        file_id, due_at, created_at, client_key, body_hash)
   values ($1, $2, 'manual', $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
   on conflict (student_id, client_key) where client_key is not null do nothing`,
);

/** `$2` is JSON. An item that has a mistake already, deleted or not, is passed over. */
export const insertCollected = prepared<never, [studentId: string, mistakes: string, dueAt: Date, at: Date]>(
  'mistakes.insert_collected',
  `insert into mistake (student_id, id, source, subject, question, student_answer, expected, cause,
                        homework_id, item_id, file_id, box_x, box_y, box_w, box_h, due_at, created_at)
   select $1::uuid, w.id, 'grading', w.subject, w.question, w."studentAnswer", w.expected, w.cause,
          w."homeworkId", w."itemId", w."fileId",
          (w.box->>'x')::int, (w.box->>'y')::int, (w.box->>'w')::int, (w.box->>'h')::int, $3::timestamptz, $4::timestamptz
     from jsonb_to_recordset($2::jsonb) as w (id uuid, subject text, question text, "studentAnswer" text,
          expected text, cause text, "homeworkId" uuid, "itemId" uuid, "fileId" uuid, box jsonb)
   on conflict (student_id, item_id) where item_id is not null do nothing`,
);

export const showExpected = prepared<never, [studentId: string, itemId: string, at: Date]>(
  'mistakes.show_expected',
  `update mistake set expected_shown_at = $3
    where student_id = $1 and item_id = $2 and expected_shown_at is null`,
);

/** One that was reviewed has a history to keep, and one that the child took out has its mark. */
export const takeBack = prepared<never, [studentId: string, itemId: string]>(
  'mistakes.take_back',
  `delete from mistake
    where student_id = $1 and item_id = $2 and source = 'grading' and review_count = 0 and deleted_at is null`,
);

export const reread = prepared<
  never,
  [studentId: string, itemId: string, question: string, studentAnswer: string | null, expected: string | null]
>(
  'mistakes.reread',
  `update mistake set question = $3, student_answer = $4, expected = $5,
          expected_shown_at = case when expected is distinct from $5 then null else expected_shown_at end
    where student_id = $1 and item_id = $2`,
);

export const forgetHomework = prepared<never, [studentId: string, homeworkId: string]>(
  'mistakes.forget_homework',
  'update mistake set homework_id = null where student_id = $1 and homework_id = $2',
);

export const markDeleted = prepared<{ id: string }, [studentId: string, id: string, at: Date]>(
  'mistakes.mark_deleted',
  `update mistake set deleted_at = $3 where student_id = $1 and id = $2 and deleted_at is null returning id`,
);

export const readTimeZone = prepared<{ timeZone: string }, [studentId: string]>(
  'mistakes.read_time_zone',
  'select time_zone as "timeZone" from profile where account_id = $1',
);

/**
 * `masteredFrom`, `factorDays` and `decay` are those of mastery.ts. Of the knowledge points the 200 with most
 * mistakes.
 */
export const readStatistics = prepared<
  MistakeStatistics,
  [studentId: string, dayStart: Date, dayEnd: Date, masteredFrom: number, factorDays: number, decay: number]
>(
  'mistakes.statistics',
  `with kept as (
     select due_at, stability, knowledge_points,
            case when stability > 0 then power(1 + $5::float8 / stability, $6::float8) else 0 end as mastery
       from mistake where student_id = $1 and deleted_at is null)
   select count(*) as total,
          count(*) filter (where due_at < $3) as due,
          (select count(*) from review_log
            where student_id = $1 and reviewed_at >= $2 and reviewed_at < $3) as "reviewedToday",
          count(*) filter (where stability >= $4::float8) as mastered,
          (select coalesce(json_agg(k), '[]') from (
             select point as "knowledgePoint", count(*) as mistakes, avg(mastery) as mastery
               from kept, unnest(knowledge_points) as point
              group by point order by count(*) desc, point limit 200) k) as "byKnowledgePoint"
     from kept`,
);
