import type { HomeView } from '@wuhao/contracts';
import { inOneLine, numbers } from '../../shared/format/numbers.zh';

export const home = {
  greeting: (nickname: string, words: string) => `${nickname}，${words}`,
  camera: '拍作业',
  cameraText: '一次最多 9 张',
  tonight: '今晚复习',
  minutes: (n: number) => `约 ${numbers.minutes(n)}`,
  dueLine: (today: HomeView['today']) => inOneLine(numbers.items(today.due), home.minutes(today.minutes)),
  nothingDue: '今晚没有要复习的题',
  reviewedToday: (n: number) => `今天已经复习了 ${numbers.items(n)}`,
  noneYet: '错题会自己排好日子，到时候叫你',
  start: '开始复习',
  last: '最近的作业',
  all: '全部作业',
  noHomework: '还没有作业',
  noHomeworkText: '拍第一页口算，几秒钟就批好',
  weekLine: ({ homework, judged, correct, reviews }: HomeView['week']): string =>
    [
      homework > 0 && `交了 ${homework} 份作业`,
      judged > 0 && `判了 ${numbers.items(judged)}，对 ${numbers.items(correct)}`,
      reviews > 0 && `复习了 ${numbers.items(reviews)}`,
    ]
      .filter(Boolean)
      .join('；') || '还没有记录，从一页口算开始',
  weekNamed: (week: HomeView['week']) => `这七天：${home.weekLine(week)}`,
} as const;
