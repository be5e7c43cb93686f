import type { MistakeView, ReviewCard } from '@wuhao/contracts';
import type { ActingStudent } from '@wuhao/core';
import type { PictureUrls } from '@wuhao/files';
import { mastery } from './mastery';
import type { AnsweredRow, MistakeRow } from './mistakes.queries';
import type { CardRow } from './review.queries';
import { nextDays } from './schedule';
import { startIsoOf } from './student-day';

/** A guardian sees the right answer at once, the child once it has tried again. */
export const seesExpected = ({ id, viewer }: ActingStudent): boolean => viewer.accountId !== id;

export const toMistake = (urls: PictureUrls, studentId: string, row: AnsweredRow): MistakeView => ({
  ...toCommon(urls, studentId, row),
  expected: row.expected,
});

/** `now` is the time at which the ratings of `nextDue` would be given. */
export function toReviewCard(
  urls: PictureUrls,
  studentId: string,
  row: CardRow,
  now: Date,
  timeZone: string,
): ReviewCard {
  const lastReviewedAt = row.lastReviewedAt === null ? null : new Date(row.lastReviewedAt);
  const days = nextDays({ ...row, reviewCount: row.reviews, lastReviewedAt }, now, timeZone);
  return {
    ...toCommon(urls, studentId, row),
    nextDue: {
      again: startIsoOf(days.again, timeZone),
      hard: startIsoOf(days.hard, timeZone),
      good: startIsoOf(days.good, timeZone),
      easy: startIsoOf(days.easy, timeZone),
    },
  };
}

function toCommon(urls: PictureUrls, studentId: string, row: MistakeRow): Omit<MistakeView, 'expected'> {
  return {
    id: row.id,
    source: row.source,
    subject: row.subject,
    question: row.question,
    studentAnswer: row.studentAnswer,
    cause: row.cause,
    knowledgePoints: row.knowledgePoints,
    picture:
      row.fileId === null || row.width === null || row.height === null
        ? null
        : urls.pictureOf({ studentId, fileId: row.fileId, width: row.width, height: row.height }),
    box:
      row.x === null || row.y === null || row.w === null || row.h === null
        ? null
        : { x: row.x, y: row.y, w: row.w, h: row.h },
    homeworkId: row.homeworkId,
    itemId: row.itemId,
    dueAt: row.dueAt,
    lastReviewedAt: row.lastReviewedAt,
    reviews: row.reviews,
    lapses: row.lapses,
    mastery: mastery(row.stability),
    createdAt: row.createdAt,
  };
}
