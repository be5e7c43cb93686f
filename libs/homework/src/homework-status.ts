import type { HomeworkStatus, PageStatus } from '@wuhao/contracts';

/** A homework is failed only when every page failed. */
export function statusOf(pages: readonly PageStatus[]): HomeworkStatus {
  if (pages.every((status) => status === 'queued')) return 'queued';
  if (pages.some((status) => status === 'queued' || status === 'grading')) return 'grading';
  return pages.every((status) => status === 'failed') ? 'failed' : 'graded';
}

/** Whether anything of it may still change by itself. */
export const isDone = (status: HomeworkStatus) => status !== 'queued' && status !== 'grading';
