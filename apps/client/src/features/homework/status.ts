import type { HomeworkStatus } from '@wuhao/contracts/enums';

export const isUnderWay = (status: HomeworkStatus): boolean => status === 'queued' || status === 'grading';
