import type { HomeworkStatus, Subject } from '@wuhao/contracts';
import { prepared } from '@wuhao/db';

export type HomeRow = {
  nickname: string;
  homework: number;
  judged: number;
  correct: number;
  reviews: number;
} & (LastHomework | { lastId: null });

export type LastHomework = {
  lastId: string;
  subject: Subject;
  title: string | null;
  status: HomeworkStatus;
  lastJudged: number;
  lastTotal: number;
  lastCorrect: number;
  pageCount: number;
  createdAt: string;
  fileId: string;
  width: number;
  height: number;
};

/**
 * The figures of the home page and what they are; `$2` to `$3` are the last seven days of the student.
 *
 * - homework: submitted in these days, whatever became of it
 * - judged, correct: the items of that homework judged (correct or wrong), and those of them judged correct
 * - reviews: cards rated in these days, at the time that counts (`review_log.reviewed_at`)
 * - the last homework: the one submitted last
 */
export const readHome = prepared<HomeRow, [studentId: string, weekStart: Date, weekEnd: Date]>(
  'analytics.home',
  `select p.nickname, week.*,
          (select count(*) from review_log
            where student_id = $1 and reviewed_at >= $2 and reviewed_at < $3) as reviews,
          last.*
     from profile p
    cross join lateral (
      select count(*) as homework, coalesce(sum(judged_count), 0) as judged,
             coalesce(sum(correct_count), 0) as correct
        from homework where student_id = $1 and created_at >= $2 and created_at < $3) week
     left join lateral (
       select h.id as "lastId", h.subject, h.title, h.status, h.judged_count as "lastJudged",
              h.item_count as "lastTotal", h.correct_count as "lastCorrect", h.page_count as "pageCount",
              h.created_at as "createdAt", f.id as "fileId", f.width, f.height
         from homework h
         join homework_page g on g.student_id = h.student_id and g.homework_id = h.id and g.n = 1
         join file f on f.student_id = g.student_id and f.id = g.file_id
        where h.student_id = $1 order by h.id desc limit 1) last on true
    where p.account_id = $1`,
);
