import type { MistakeView, ReviewCard } from '@wuhao/contracts';
import type { ActingStudent } from '@wuhao/core';
import type { PictureUrls } from '@wuhao/files';
import { mastery } from './mastery';
import type { AnsweredRow, MistakeRow } from './mistakes.queries';
import type { CardRow } from './review.queries';
import { previews } from './schedule';

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
  const next = previews({ ...row, reviewCount: row.reviews, lastReviewedAt }, now, timeZone);
  return {
    ...toCommon(urls, studentId, row),
    nextDue: {
      again: next.again.toISOString(),
      hard: next.hard.toISOString(),
      good: next.good.toISOString(),
      easy: next.easy.toISOString(),
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
