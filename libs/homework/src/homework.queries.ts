import type { Cause, HomeworkStatus, PageProblem, Subject, Verdict } from '@wuhao/contracts';
import { prepared } from '@wuhao/db';

export type HomeworkRow = {
  id: string;
  subject: Subject;
  title: string | null;
  status: HomeworkStatus;
  judged: number;
  total: number;
  correct: number;
  createdAt: string;
  gradedAt: string | null;
};
const HOMEWORK = `h.id, h.subject, h.title, h.status, h.judged_count as judged, h.item_count as total,
  h.correct_count as correct, h.created_at as "createdAt", h.graded_at as "gradedAt"`;

export type SummaryRow = HomeworkRow & { pageCount: number; fileId: string; width: number; height: number };

export const listHomework = prepared<SummaryRow, [studentId: string, before: string, limit: number]>(
  'homework.list',
  `select ${HOMEWORK}, h.page_count as "pageCount", f.id as "fileId", f.width, f.height
     from homework h
     join homework_page p on p.student_id = h.student_id and p.homework_id = h.id and p.n = 1
     join file f on f.student_id = p.student_id and f.id = p.file_id
    where h.student_id = $1 and h.id < $2
    order by h.id desc limit $3`,
);

export type PageRow = HomeworkRow & {
  n: number;
  pageStatus: HomeworkStatus;
  problem: PageProblem | null;
  fileId: string;
  width: number;
  height: number;
};

/** One row a page. */
export const readHomework = prepared<PageRow, [studentId: string, id: string]>(
  'homework.read',
  `select ${HOMEWORK}, p.n, p.status as "pageStatus", p.problem, f.id as "fileId", f.width, f.height
     from homework h
     join homework_page p on p.student_id = h.student_id and p.homework_id = h.id
     join file f on f.student_id = p.student_id and f.id = p.file_id
    where h.student_id = $1 and h.id = $2
    order by p.n`,
);

export type ItemRow = {
  id: string;
  page: number;
  x: number;
  y: number;
  w: number;
  h: number;
  text: string;
  question: string;
  verdict: Verdict;
  studentAnswer: string | null;
  expected: string | null;
  confidence: number;
  cause: Cause | null;
  tries: number;
  corrected: boolean;
  mistakeId: string | null;
};
export const ITEM = `i.id, i.page, i.box_x as x, i.box_y as y, i.box_w as w, i.box_h as h, i.text, i.question, i.verdict,
  i.student_answer as "studentAnswer", i.expected, i.confidence, i.cause, i.redo_tries as tries,
  i.corrected_at is not null as corrected, m.id as "mistakeId"`;
export const MISTAKE =
  'left join mistake m on m.student_id = i.student_id and m.item_id = i.id and m.deleted_at is null';

export const readItems = prepared<ItemRow, [studentId: string, homeworkId: string]>(
  'homework.read_items',
  `select ${ITEM} from item i ${MISTAKE}
    where i.student_id = $1 and i.homework_id = $2 order by i.page, i.position`,
);

export const insertHomework = prepared<
  { id: string },
  [
    studentId: string,
    id: string,
    subject: string,
    title: string | null,
    pageCount: number,
    clientKey: string,
    hash: Buffer,
    at: Date,
  ]
>(
  'homework.insert',
  `insert into homework (student_id, id, subject, title, status, page_count, client_key, body_hash, created_at)
   values ($1, $2, $3, $4, 'queued', $5, $6, $7, $8)
   on conflict (student_id, client_key) do nothing returning id`,
);

export const insertPages = prepared<
  never,
  [studentId: string, homeworkId: string, fileIds: string[], at: Date]
>(
  'homework.insert_pages',
  `insert into homework_page (student_id, homework_id, n, file_id, status, queued_at)
   select $1, $2, ordinality, file_id, 'queued', $4
     from unnest($3::uuid[]) with ordinality as photo (file_id, ordinality)`,
);

export const findByKey = prepared<
  { id: string; status: HomeworkStatus; hash: string },
  [studentId: string, clientKey: string]
>(
  'homework.find_by_key',
  `select id, status, encode(body_hash, 'hex') as hash from homework where student_id = $1 and client_key = $2`,
);

export const deleteHomework = prepared<{ id: string }, [studentId: string, id: string]>(
  'homework.delete',
  'delete from homework where student_id = $1 and id = $2 returning id',
);
