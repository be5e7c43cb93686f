import { prepared } from '@wuhao/db';
import { MISTAKE, PICTURE, type MistakeRow } from './mistakes.queries';

export type PlanRow = {
  timeZone: string;
  reviewMinutes: number;
  medianMs: number | null;
  timedReviews: number;
};

/** What a plan is made from. The pace is that of the latest 50 reviews before `$2`. */
export const readPlan = prepared<PlanRow, [studentId: string, paceBefore: Date]>(
  'review.read_plan',
  `select p.time_zone as "timeZone", p.review_minutes as "reviewMinutes", pace.*
     from profile p,
          lateral (select percentile_cont(0.5) within group (order by time_spent_ms) as "medianMs",
                          count(time_spent_ms) as "timedReviews"
                     from (select time_spent_ms from review_log
                            where student_id = $1 and reviewed_at < $2
                            order by reviewed_at desc limit 50) latest) pace
    where p.account_id = $1`,
);

export type DayRow = { dueCount: number; reviewedToday: number };
/** Due before the student's day ends, and reviewed since it began. */
const DAY = `
  select (select count(*) from mistake
           where student_id = $1 and due_at < $3 and deleted_at is null) as "dueCount",
         (select count(*) from review_log
           where student_id = $1 and reviewed_at >= $2 and reviewed_at < $3) as "reviewedToday"`;

export const readDay = prepared<DayRow, [studentId: string, dayStart: Date, dayEnd: Date]>('review.day', DAY);

export type CardRow = MistakeRow & { difficulty: number };
/** One row a card; one row without a card when there is none to review. The order is that of workload.ts. */
export const readCards = prepared<
  DayRow & (CardRow | { id: null }),
  [studentId: string, dayStart: Date, dayEnd: Date, cardsADay: number]
>(
  'review.cards',
  `select today.*, card.*
     from (${DAY}) today
     left join lateral (
       select ${MISTAKE}, m.difficulty
         from mistake m ${PICTURE}
        where m.student_id = $1 and m.due_at < $3 and m.deleted_at is null
        order by m.due_at, m.stability, m.id
        limit greatest($4 - today."reviewedToday", 0)) card on true
    order by card."dueAt", card.stability, card.id`,
);

/** Reviews of one mistake happen one after the other. */
export const lockMistake = prepared<
  {
    stability: number;
    difficulty: number;
    reviewCount: number;
    lapses: number;
    lastReviewedAt: string | null;
    createdAt: string;
    timeZone: string;
  },
  [studentId: string, id: string]
>(
  'review.lock_mistake',
  `select m.stability, m.difficulty, m.review_count as "reviewCount", m.lapses,
          m.last_reviewed_at as "lastReviewedAt", m.created_at as "createdAt", p.time_zone as "timeZone"
     from mistake m join profile p on p.account_id = m.student_id
    where m.student_id = $1 and m.id = $2 and m.deleted_at is null
      for update of m`,
);

/** Writes the review and what follows from it, or nothing (and gives no row) when its id was used before. */
export const writeReview = prepared<
  { id: string },
  [
    studentId: string,
    mistakeId: string,
    id: string,
    rating: string,
    reviewedAt: Date,
    claimedAt: Date,
    receivedAt: Date,
    studentAnswer: string | null,
    timeSpentMs: number | null,
    dueAt: Date,
    stability: number,
    difficulty: number,
    reviewCount: number,
    lapses: number,
    hash: Buffer,
  ]
>(
  'review.write',
  `with logged as (
     insert into review_log (student_id, mistake_id, id, rating, reviewed_at, claimed_at, received_at,
                             student_answer, time_spent_ms, due_at, stability, difficulty, body_hash)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $15)
     on conflict (student_id, id) do nothing returning id)
   update mistake set due_at = $10, stability = $11, difficulty = $12, review_count = $13, lapses = $14,
                      last_reviewed_at = $5
    where student_id = $1 and id = $2 and exists (select from logged)
   returning id`,
);

export const findReview = prepared<
  { dueAt: string; stability: number; hash: string },
  [studentId: string, id: string]
>(
  'review.find',
  `select due_at as "dueAt", stability, encode(body_hash, 'hex') as hash
     from review_log where student_id = $1 and id = $2`,
);
