import type { ItemView } from '@wuhao/contracts';
import type { HomeworkStatus, PageProblem, Subject, Verdict } from '@wuhao/contracts/enums';
import { inOneLine, numbers } from '../../shared/format/numbers.zh';
import { subjectNames } from '../../shared/subjects.zh';

interface Figures {
  judged: number;
  total: number;
  correct: number;
}

export const statusNames: Record<HomeworkStatus, string> = {
  queued: '在排队',
  grading: '正在批改',
  graded: '批好了',
  failed: '没批成',
  cancelled: '已取消',
};

export const verdictNames: Record<Verdict, string> = {
  correct: '对',
  wrong: '这里再看一眼',
  suspect: '请看一眼',
  unreadable: '没看清',
  unanswered: '没写',
};

/** What a family can do about a page that could not be graded. */
export const problemSentences: Record<PageProblem, string> = {
  no_arithmetic: '这一页没有找到口算题',
  blurred: '这一页有点糊，重拍一张试试',
  upside_down: '这一页像是倒着的，转正再拍',
  picture_unreadable: '这张照片打不开，重拍一张',
  reader_failed: '这一页没有读成，请再交一次',
};

const needsLook = ({ judged, total }: Figures) => total - judged;

export const homework = {
  name: (title: string | null, subject: Subject) => title ?? `${subjectNames[subject]}作业`,
  judged: ({ judged, total }: Figures) => `已判 ${judged}/${total}`,
  score: (score: Figures): string =>
    needsLook(score) > 0
      ? inOneLine(homework.judged(score), `${numbers.items(needsLook(score))}请看一眼`)
      : homework.judged(score),
  parts: ({ correct, judged }: Figures, toCorrect: number): string => {
    if (toCorrect > 0) return `对 ${numbers.items(correct)}，${numbers.items(toCorrect)}要订正`;
    return judged > correct
      ? `对 ${numbers.items(correct)}，${numbers.items(judged - correct)}订正好了`
      : `${numbers.items(correct)}全对`;
  },

  camera: '拍一张',
  submission: (n: number) => `作业，${n} 张照片`,
  withdrawal: '收回一份作业',

  progressTitle: '正在一页一页看',
  progressText: '可以先去做别的，批好了首页会有',
  pageWaiting: (n: number) => `第 ${n} 页在排队`,
  pageGrading: (n: number) => `正在看第 ${n} 页`,
  pageDone: (n: number) => `第 ${n} 页好了`,
  pageFailed: (n: number) => `第 ${n} 页没批成`,
  allDone: '都批好了',
  failedTitle: '这次没有批成',
  failedText: '照片都保存好了，看看下面的原因',
  captureAgain: '重新拍',
  toHome: '回首页',

  eachPage: '每一页',
  pageOf: (n: number, total: number) => `第 ${n}/${total} 页`,
  photoOf: (n: number) => `第 ${n} 页作业的照片`,
  photosOf: (n: number) => (n > 1 ? `${n} 页作业的照片` : '作业的照片'),
  toLook: (n: number) => `要看的 ${n}`,
  allItems: (n: number) => `全部 ${n}`,
  filter: '看哪些题',
  moreItems: (n: number) => `还有 ${numbers.items(n)}`,
  allCorrect: '这一份都对，没有要再看的',
  allCorrected: '都订正好了',
  noItems: '这一份没有找到题目',
  markLabel: (n: number, text: string, words: string) => `第 ${n} 题，${text}，${words}`,
  emptyText: '看不清的一题',
  corrected: '订正好了',
  backToItems: '全部题目',
  previous: '上一题',
  next: '下一题',
  iRead: '我读到的',
  items: '题目',
  itemDetail: '这一题',
  yourAnswer: '写的答案',
  expected: '正确答案',
  suspectText: '这一题我没有把握，不算对也不算错。请自己看一眼，或者让大人看。',
  unreadableText: '这一题没有看清，不算对也不算错。',
  unansweredText: '这里好像还没写，补上再拍一次就行。',
  confirm: '我看过，就是这样',
  editReading: '读得不对，改一改',
  addAnswer: '其实写了，补上答案',
  editQuestion: '纸上的题目',
  editAnswer: '纸上的答案',
  questionKeys: '题目的符号',
  answerKeys: '答案的符号',
  editSend: '按这个再看一遍',
  lookWaiting: '记下了，连上网就告诉你结果',
  lookUnreadable: '这样还判不了，改一改再试',
  appeal: '不对，申诉',
  appealWaiting: '申诉记下了，连上网就改成「请看一眼」',
  lookOf: {
    confirm: (text: string) => `看过一题：${text}`,
    edit: (text: string) => `改一题的读法：${text}`,
    appeal: (text: string) => `申诉一题：${text}`,
  },
  redo: '再算一次',
  redoField: '新的答案',
  redoKeys: '符号',
  /** As they are heard: a screen reader passes over most signs. */
  symbols: {
    '……': '余号',
    '<': '小于号',
    '>': '大于号',
    '=': '等号',
    '/': '分数线',
    '.': '小数点',
    '×': '乘号',
    '÷': '除号',
    '( )': '括号',
    '○': '圆圈',
  },
  redoSend: '看看对不对',
  redoOf: (answer: string) => `订正，答案是 ${answer}`,
  redoWaiting: '记下了，连上网就告诉你对不对',
  redoCorrect: '这次对了，订正好了',
  redoWrong: '还不对，再想想',
  redoUnreadable: '这个答案没看懂，换个写法试试',
  showExpected: '看看正确答案',
  inBook: '已经放进错题本，会按日子来复习',
  toMistake: '在错题本里看',

  listEmpty: '还没有作业',
  listEmptyText: '拍好的作业会排在这里',
} as const;

/** What stands beside an item's mark. */
export const verdictWords = ({ verdict, correction }: Pick<ItemView, 'verdict' | 'correction'>): string =>
  correction.corrected ? homework.corrected : verdictNames[verdict];
