import type { HomeworkStatus, Score } from '@wuhao/contracts';
import { prepared } from '@wuhao/db';
import type { EntityManager } from 'typeorm';

/** A worker that grades renews its claim; one that has not for this long is gone. */
const CLAIM_SECONDS = 12;

type PageKey = { homeworkId: string; n: number };

const lockStudent = prepared<never, [string]>(
  'grading.lock_student',
  'select pg_advisory_xact_lock(hashtextextended($1, 7))',
);
const markHandedOver = prepared<PageKey, [string, number]>(
  'grading.mark_handed_over',
  `update homework_page p set enqueued_at = now()
     from (select homework_id, n from homework_page
            where student_id = $1 and status = 'queued' and enqueued_at is null
            order by queued_at, homework_id, n
            limit greatest(0, $2 - (select count(*) from homework_page
                                     where student_id = $1 and status in ('queued', 'grading')
                                       and enqueued_at is not null))) next
    where p.student_id = $1 and p.homework_id = next.homework_id and p.n = next.n
   returning p.homework_id as "homeworkId", p.n`,
);

/** Marks the student's next waiting pages as handed to the queue, so that at most `atOnce` are. */
export async function takeWaitingPages(
  tx: EntityManager,
  studentId: string,
  atOnce: number,
): Promise<PageKey[]> {
  await lockStudent(tx, studentId);
  return markHandedOver(tx, studentId, atOnce);
}

/**
 * A run takes the page: it waits, or the run that had it is gone (which counts as a failed run). The row's new
 * token is the fence that only this run can write behind.
 */
export const claimPage = prepared<
  { fileId: string; subject: string; failedRuns: number },
  [studentId: string, homeworkId: string, n: number, token: string]
>(
  'grading.claim_page',
  `update homework_page p
      set status = 'grading', claim_token = $4, claimed_at = now(),
          failed_runs = failed_runs + (p.status = 'grading')::int
     from homework h
    where p.student_id = $1 and p.homework_id = $2 and p.n = $3
      and (p.status = 'queued'
           or p.status = 'grading' and p.claimed_at < now() - interval '${CLAIM_SECONDS} seconds')
      and h.student_id = p.student_id and h.id = p.homework_id
   returning p.file_id as "fileId", h.subject, p.failed_runs as "failedRuns"`,
);

export const renewClaim = prepared<
  { n: number },
  [studentId: string, homeworkId: string, n: number, token: string]
>(
  'grading.renew_claim',
  `update homework_page set claimed_at = now()
    where student_id = $1 and homework_id = $2 and n = $3 and claim_token = $4 and status = 'grading'
   returning n`,
);

/** Gives the page back after a run that failed (or was stopped, which does not count). */
export const releasePage = prepared<
  { n: number },
  [studentId: string, homeworkId: string, n: number, token: string, failed: number]
>(
  'grading.release_page',
  `update homework_page set status = 'queued', claim_token = null, claimed_at = null, failed_runs = failed_runs + $5
    where student_id = $1 and homework_id = $2 and n = $3 and claim_token = $4 and status = 'grading'
   returning n`,
);

/** The fence: ends the page for the run that still holds it; no row for one that was overtaken. */
export const finishPage = prepared<
  { n: number },
  [studentId: string, homeworkId: string, n: number, token: string, status: string, problem: string | null]
>(
  'grading.finish_page',
  `update homework_page set status = $5, problem = $6, claim_token = null, graded_at = now()
    where student_id = $1 and homework_id = $2 and n = $3 and claim_token = $4 and status = 'grading'
   returning n`,
);

/** Whoever changes what the score is counted from does so alone: pages end one after the other. */
export const lockHomework = prepared<{ status: HomeworkStatus }, [studentId: string, homeworkId: string]>(
  'grading.lock_homework',
  'select status from homework where student_id = $1 and id = $2 for update',
);

export const readPageStatuses = prepared<{ status: string }, [studentId: string, homeworkId: string]>(
  'grading.page_statuses',
  'select status from homework_page where student_id = $1 and homework_id = $2 order by n',
);

/** The score, counted from the items of the homework `$2` of the student `$1`. */
const COUNTED = `item_count = s.total, judged_count = s.judged, correct_count = s.correct
     from (select count(*) as total,
                  count(*) filter (where verdict in ('correct', 'wrong')) as judged,
                  count(*) filter (where verdict = 'correct') as correct
             from item where student_id = $1 and homework_id = $2) s`;

export const countScore = prepared<Score, [studentId: string, homeworkId: string]>(
  'grading.count_score',
  `update homework h set ${COUNTED}
    where h.student_id = $1 and h.id = $2
   returning h.judged_count as judged, h.item_count as total, h.correct_count as correct`,
);

export const updateHomework = prepared<
  never,
  [studentId: string, homeworkId: string, status: string, done: boolean]
>(
  'grading.update_homework',
  `update homework h
      set status = $3, graded_at = case when $4 then now() end,
          ${COUNTED}
    where h.student_id = $1 and h.id = $2`,
);

export const startHomework = prepared<never, [studentId: string, homeworkId: string]>(
  'grading.start_homework',
  `update homework set status = 'grading' where student_id = $1 and id = $2 and status = 'queued'`,
);

/** Pages whose worker is gone, or whose place in the queue was lost; marked anew, so that they rest a while. */
export const findLostPages = prepared<PageKey & { studentId: string }, []>(
  'grading.find_lost_pages',
  `update homework_page p set enqueued_at = now()
     from (select student_id, homework_id, n from homework_page
            where status = 'grading' and claimed_at < now() - interval '${CLAIM_SECONDS} seconds'
               or status = 'queued' and enqueued_at < now() - interval '30 seconds'
            order by queued_at limit 200 for update skip locked) lost
    where p.student_id = lost.student_id and p.homework_id = lost.homework_id and p.n = lost.n
   returning p.student_id as "studentId", p.homework_id as "homeworkId", p.n`,
);

/** Students with pages that nobody has handed over: the process that committed them died before it could. */
export const findWaitingStudents = prepared<{ studentId: string }, []>(
  'grading.find_waiting_students',
  `select student_id as "studentId" from homework_page
    where status = 'queued' and enqueued_at is null and queued_at < now() - interval '2 seconds'
    group by student_id order by min(queued_at) limit 200`,
);
