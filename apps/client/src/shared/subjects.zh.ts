import type { Subject } from '@wuhao/contracts/enums';

export const subjectNames: Record<Subject, string> = {
  math: '数学',
  chinese: '语文',
  english: '英语',
  science: '科学',
  physics: '物理',
  chemistry: '化学',
  biology: '生物',
  history: '历史',
  geography: '地理',
  politics: '道法',
  other: '其他',
};

/** Subjects get a small sign, not a colour. */
export const subjectSigns: Record<Subject, string> = {
  math: '数',
  chinese: '语',
  english: '英',
  science: '科',
  physics: '物',
  chemistry: '化',
  biology: '生',
  history: '史',
  geography: '地',
  politics: '道',
  other: '他',
};
