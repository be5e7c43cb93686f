import type { HomeworkEvent, HomeworkSummary, HomeworkView, ItemView, Score } from '@wuhao/contracts';
import type { ActingStudent } from '@wuhao/core';
import type { PictureUrls } from '@wuhao/files';
import type { HomeworkRow, ItemRow, PageRow, SummaryRow } from './homework.queries';
import { isDone } from './homework-status';

const toScore = ({ judged, total, correct }: HomeworkRow): Score => ({ judged, total, correct });

export function toSummary(
  urls: PictureUrls,
  { id: studentId }: ActingStudent,
  row: SummaryRow,
): HomeworkSummary {
  return {
    id: row.id,
    subject: row.subject,
    title: row.title,
    status: row.status,
    score: toScore(row),
    pageCount: row.pageCount,
    picture: urls.pictureOf({ studentId, ...row }),
    createdAt: row.createdAt,
  };
}

/** The right answer is held back until the child has tried again; a guardian sees it. */
export function toItem({ id: studentId, viewer }: ActingStudent, row: ItemRow): ItemView {
  const shown = row.verdict === 'correct' || row.tries > 0 || viewer.accountId !== studentId;
  return {
    id: row.id,
    page: row.page,
    box: { x: row.x, y: row.y, w: row.w, h: row.h },
    text: row.text,
    question: row.question,
    verdict: row.verdict,
    studentAnswer: row.studentAnswer,
    expected: shown ? row.expected : null,
    confidence: row.confidence,
    cause: row.cause,
    correction: { tries: row.tries, corrected: row.corrected },
    mistakeId: row.mistakeId,
  };
}

/** `pages` has at least one row. */
export function toView(
  urls: PictureUrls,
  student: ActingStudent,
  pages: PageRow[],
  items: ItemRow[],
): HomeworkView {
  const homework = pages[0]!;
  return {
    id: homework.id,
    subject: homework.subject,
    title: homework.title,
    status: homework.status,
    score: toScore(homework),
    pages: pages.map((page) => ({
      n: page.n,
      status: page.pageStatus,
      problem: page.problem,
      picture: urls.pictureOf({ studentId: student.id, ...page }),
    })),
    items: items.map((item) => toItem(student, item)),
    createdAt: homework.createdAt,
    gradedAt: homework.gradedAt,
  };
}

export function toEvent(pages: PageRow[]): HomeworkEvent {
  const homework = pages[0]!;
  return {
    type: isDone(homework.status) ? 'done' : 'progress',
    status: homework.status,
    score: toScore(homework),
    pages: pages.map(({ n, pageStatus, problem }) => ({ n, status: pageStatus, problem })),
  };
}
