import type { HomeView } from '@wuhao/contracts';

export const home = {
  greeting: (nickname: string, words: string) => `${nickname}，${words}`,
  camera: '拍作业',
  cameraText: '一次最多 9 张',
  tonight: '今晚复习',
  due: (n: number) => `${n} 题`,
  minutes: (n: number) => `约 ${n} 分钟`,
  dueLine: (today: HomeView['today']) => `${today.due} 题 · 约 ${today.minutes} 分钟`,
  nothingDue: '今晚没有要复习的题',
  reviewedToday: (n: number) => `今天已经复习了 ${n} 题`,
  noneYet: '错题会自己排好日子，到时候叫你',
  start: '开始复习',
  last: '最近的作业',
  all: '全部作业',
  noHomework: '还没有作业',
  noHomeworkText: '拍第一页口算，几秒钟就批好',
  week: '这七天',
  weekLine: ({ homework, judged, correct, reviews }: HomeView['week']) =>
    [
      homework > 0 && `交了 ${homework} 份作业`,
      judged > 0 && `判了 ${judged} 题，对 ${correct} 题`,
      reviews > 0 && `复习了 ${reviews} 题`,
    ]
      .filter(Boolean)
      .join('；') || '还没有记录，从一页口算开始',
} as const;
