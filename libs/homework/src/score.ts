import type { HomeworkStatus, PageStatus, Score, Verdict } from '@wuhao/contracts';

/** Only what was judged counts: suspect, unreadable and unanswered items are in the total alone. */
export function scoreOf(verdicts: readonly Verdict[]): Score {
  const correct = verdicts.filter((verdict) => verdict === 'correct').length;
  const wrong = verdicts.filter((verdict) => verdict === 'wrong').length;
  return { judged: correct + wrong, total: verdicts.length, correct };
}

/** A homework is failed only when every page failed. */
export function statusOf(pages: readonly PageStatus[]): HomeworkStatus {
  if (pages.every((status) => status === 'queued')) return 'queued';
  if (pages.some((status) => status === 'queued' || status === 'grading')) return 'grading';
  return pages.every((status) => status === 'failed') ? 'failed' : 'graded';
}

/** Whether anything of it may still change by itself. */
export const isDone = (status: HomeworkStatus) => status !== 'queued' && status !== 'grading';
