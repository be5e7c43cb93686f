import type { Cause } from '@wuhao/contracts/enums';
import { numbers } from '../../shared/format/numbers.zh';

export const causeNames: Record<Cause, string> = {
  calculation: '算错了',
  concept: '还没弄懂',
  misread: '看错题了',
  procedure: '步骤还不熟',
  careless: '不小心写错',
};

/** Mastery 0-1 in words that a child can use. */
export const masteryWords = (mastery: number): string => {
  if (mastery >= 0.8) return '记牢了';
  if (mastery >= 0.5) return '快记牢了';
  return '还要再看看';
};

export const mistakes = {
  total: (n: number) => `一共 ${numbers.items(n)}`,
  mastered: (n: number) => `记牢 ${numbers.items(n)}`,
  tonight: (due: number) => `今晚复习 ${numbers.items(due)}`,
  nothingTonight: '今晚没有要复习的题',
  allPoints: '全部',
  point: (name: string, n: number) => `${name} ${numbers.items(n)}`,
  filter: '知识点',
  add: '添加',
  empty: '错题本还是空的',
  emptyText: '要再看一眼的题会自己放进来',
  emptyFilter: '这一类还没有错题',
  photoOnly: '照片上的题',
  dueOn: (day: string) => `${day}复习`,
  question: '题目',
  myAnswer: '当时写的',
  expected: '正确答案',
  expectedUnknown: '没有填',
  expectedHeld: '再算一次以后，这里会有答案',
  toRedo: '去再算一次',
  cause: '原因',
  points: '知识点',
  next: '下一次复习',
  reviews: '复习过',
  mastery: '记得怎么样',
  source: '来自',
  openHomework: '看原来的作业',
  remove: '从错题本拿掉',
  removeTitle: '拿掉这一题',
  removeText: '拿掉以后不会再提醒复习，也找不回来。',
  removeYes: '拿掉',
  removed: '已经拿掉了',

  addPhoto: '拍一张',
  addPhotoAlbum: '相册',
  addPhotoHint: '有照片就不用打字，也可以两样都有',
  removePhoto: '去掉照片',
  photo: '题目的照片',
  questionField: '题目（可以打字）',
  answerField: '当时写的答案（可以不填）',
  subject: '学科',
  causeField: '为什么错（可以不选）',
  pointsField: '练的是什么（可以不填）',
  pointsHint: '比如：进位加法、分数',
  save: '放进错题本',
  needQuestion: '拍一张照片，或者写下题目',
} as const;
