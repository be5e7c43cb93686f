import type { HomeworkSummary } from '@wuhao/contracts';
import { homework, statusNames } from '../homework/homework.zh';

export const guardian = {
  title: '孩子们',
  greeting: (nickname: string, words: string) => `${nickname}，${words}`,
  none: '还没有绑定孩子',
  noneText: '绑定以后，这里能看到孩子的作业和复习',
  homework: '作业',
  mistakes: '错题本',
  childOf: (nickname: string) => `${nickname}的学习`,
  loadingFigures: '正在看今天的情况',
  last: ({ title, subject, status, score }: HomeworkSummary) =>
    `${homework.name(title, subject)} ${status === 'graded' ? homework.score(score) : statusNames[status]}`,
  week: '这七天',
  correct: '对了',
  lookAgain: '再看一眼',
  failedFigures: '今天的情况没有打开',
} as const;
