import type { Rating } from '@wuhao/contracts/enums';
import { numbers } from '../../shared/format/numbers.zh';

export const ratingNames: Record<Rating, string> = {
  again: '忘了',
  hard: '想了很久',
  good: '想起来了',
  easy: '很轻松',
};

export const review = {
  of: (n: number, total: number) => `第 ${n} 题，共 ${numbers.items(total)}`,
  think: '先在心里或纸上做一遍',
  answerField: '写下答案（可以不写）',
  thought: '想好了',
  expected: '正确答案',
  yourAnswer: '你刚才写的',
  before: '上次写的',
  expectedHeld: '这题还没订正，先自己对一对',
  expectedUnknown: '没有填答案，先自己对一对',
  howWas: '刚才想得怎么样',
  rate: (rating: Rating, day: string) => `${ratingNames[rating]}，${day}再来`,
  rating: (rating: Rating) => `一题的复习：${ratingNames[rating]}`,
  expectedOffline: '连上网才看得到，先自己对一对',
  photoOnly: '照片上的题',
  empty: '今晚没有要复习的题',
  emptyText: '到日子的题会自己出现在这里',
  toHome: '回首页',
  doneTitle: '今晚复习完了',
  doneText: (n: number, minutes: string) => `看了 ${numbers.items(n)}，用了 ${minutes}`,
  left: (n: number) => `还有 ${numbers.items(n)}明天再看，今天够了`,
  next: '下一次',
} as const;
