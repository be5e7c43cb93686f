import { prepared } from '@wuhao/db';
import type { WrongItem } from '@wuhao/mistakes';
import { ITEM, MISTAKE, type ItemRow } from './homework.queries';

type Key = [studentId: string, homeworkId: string, itemId: string];

export const readItem = prepared<ItemRow, Key>(
  'item.read',
  `select ${ITEM} from item i ${MISTAKE}
    where i.student_id = $1 and i.homework_id = $2 and i.id = $3`,
);

export const lockItem = prepared<{ id: string }, Key>(
  'item.lock',
  'select id from item where student_id = $1 and homework_id = $2 and id = $3 for update',
);

/** Counts a try; the first right one stays the moment of correction. */
export const countTry = prepared<never, [studentId: string, itemId: string, correct: boolean, at: Date]>(
  'item.count_try',
  `update item set redo_tries = redo_tries + 1,
          corrected_at = coalesce(corrected_at, case when $3 then $4::timestamptz end)
    where student_id = $1 and id = $2`,
);

/** Another right answer is held back anew: tries at the question before have not earned it. */
export const writeReading = prepared<
  never,
  [
    studentId: string,
    itemId: string,
    text: string,
    question: string,
    studentAnswer: string | null,
    expected: string | null,
    verdict: string,
  ]
>(
  'item.write_reading',
  `update item set text = $3, question = $4, student_answer = $5, expected = $6, verdict = $7,
          redo_tries = case when expected is distinct from $6 then 0 else redo_tries end,
          corrected_at = case when expected is distinct from $6 then null else corrected_at end
    where student_id = $1 and id = $2`,
);

/** There is nothing to correct in it for now. */
export const markSuspect = prepared<never, [studentId: string, itemId: string]>(
  'item.mark_suspect',
  `update item set verdict = 'suspect', corrected_at = null where student_id = $1 and id = $2`,
);

/** The item as its mistake tells of it. */
export const readAsMistake = prepared<WrongItem, Key>(
  'item.read_as_mistake',
  `select i.id as "itemId", i.homework_id as "homeworkId", p.file_id as "fileId", h.subject, i.question,
          i.student_answer as "studentAnswer", i.expected, i.cause,
          json_build_object('x', i.box_x, 'y', i.box_y, 'w', i.box_w, 'h', i.box_h) as box
     from item i
     join homework h on h.student_id = i.student_id and h.id = i.homework_id
     join homework_page p on p.student_id = i.student_id and p.homework_id = i.homework_id and p.n = i.page
    where i.student_id = $1 and i.homework_id = $2 and i.id = $3`,
);
