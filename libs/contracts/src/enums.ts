// Zod-free on purpose: the client imports this file at run time.

export const ROLES = ['student', 'guardian', 'operator'] as const;
export type Role = (typeof ROLES)[number];

export const CLIENT_TYPES = ['miniprogram', 'h5'] as const;
export type ClientType = (typeof CLIENT_TYPES)[number];

export const SUBJECTS = [
  'math',
  'chinese',
  'english',
  'science',
  'physics',
  'chemistry',
  'biology',
  'history',
  'geography',
  'politics',
  'other',
] as const;
export type Subject = (typeof SUBJECTS)[number];

export const HOMEWORK_STATUSES = ['queued', 'grading', 'graded', 'failed', 'cancelled'] as const;
export type HomeworkStatus = (typeof HOMEWORK_STATUSES)[number];
export type PageStatus = HomeworkStatus;

/** Why a page could not be graded, in terms a family can act on. */
export const PAGE_PROBLEMS = [
  'no_arithmetic',
  'blurred',
  'upside_down',
  'picture_unreadable',
  'reader_failed',
] as const;
export type PageProblem = (typeof PAGE_PROBLEMS)[number];

export const VERDICTS = ['correct', 'wrong', 'suspect', 'unreadable', 'unanswered'] as const;
export type Verdict = (typeof VERDICTS)[number];

export const CAUSES = ['calculation', 'concept', 'misread', 'procedure', 'careless'] as const;
export type Cause = (typeof CAUSES)[number];

export const RATINGS = ['again', 'hard', 'good', 'easy'] as const;
export type Rating = (typeof RATINGS)[number];

export const MISTAKE_SOURCES = ['grading', 'manual'] as const;
export type MistakeSource = (typeof MISTAKE_SOURCES)[number];

export const FILE_PURPOSES = ['homework', 'mistake', 'avatar'] as const;
export type FilePurpose = (typeof FILE_PURPOSES)[number];
