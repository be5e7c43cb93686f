import type { Cause } from '@wuhao/contracts/enums';

export const causeNames: Record<Cause, string> = {
  calculation: '算错了',
  concept: '概念没弄清',
  misread: '看错题',
  procedure: '步骤乱了',
  careless: '粗心',
};

/** Mastery 0-1 in words that a child can use. */
export const masteryWords = (mastery: number): string => {
  if (mastery >= 0.8) return '记牢了';
  if (mastery >= 0.5) return '快记牢了';
  return '还要再看看';
};

export const mistakes = {
  total: (n: number) => `一共 ${n} 题`,
  mastered: (n: number) => `记牢 ${n} 题`,
  tonight: (due: number) => `今晚复习 ${due} 题`,
  nothingTonight: '今晚没有要复习的题',
  allPoints: '全部',
  filter: '知识点',
  add: '添加',
  empty: '错题本还是空的',
  emptyText: '要再看一眼的题会自己放进来',
  emptyFilter: '这个知识点还没有错题',
  photoOnly: '照片上的题',
  dueOn: (day: string) => `${day}复习`,
  question: '题目',
  myAnswer: '当时写的',
  expected: '正确答案',
  expectedHeld: '再算一次以后，这里会有答案',
  toRedo: '去再算一次',
  cause: '原因',
  points: '知识点',
  next: '下一次复习',
  reviews: '复习过',
  times: (n: number) => `${n} 次`,
  mastery: '记得怎么样',
  source: '来自',
  sources: { grading: '作业批改', manual: '自己添加' },
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
  pointsField: '知识点（用空格隔开）',
  pointsHint: '比如：进位加法 分数',
  save: '放进错题本',
  needQuestion: '拍一张照片，或者写下题目',
} as const;
