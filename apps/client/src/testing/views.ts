import type {
  HomeView,
  HomeworkView,
  ItemView,
  MistakeView,
  Picture,
  ProfileView,
  ReviewCard,
} from '@wuhao/contracts';

export const picture: Picture = { id: 'f1', url: '/p', thumbnailUrl: '/t', width: 1000, height: 1400 };

export const item = (more: Partial<ItemView> = {}): ItemView => ({
  id: 'i1',
  page: 1,
  box: { x: 100, y: 200, w: 300, h: 60 },
  text: '84-39=55',
  question: '84-39=',
  verdict: 'wrong',
  studentAnswer: '55',
  expected: null,
  confidence: 0.98,
  cause: null,
  correction: { tries: 0, corrected: false },
  mistakeId: null,
  ...more,
});

export const homework = (more: Partial<HomeworkView> = {}): HomeworkView => ({
  id: 'h1',
  subject: 'math',
  title: null,
  status: 'graded',
  score: { judged: 2, total: 3, correct: 1 },
  pages: [{ n: 1, status: 'graded', problem: null, picture }],
  items: [
    item(),
    item({ id: 'i2', text: '36+27=63', question: '36+27=', verdict: 'correct', studentAnswer: '63' }),
    item({ id: 'i3', text: '28+46=74', question: '28+46=', verdict: 'suspect', studentAnswer: '74' }),
  ],
  createdAt: '2026-11-23T10:00:00Z',
  gradedAt: '2026-11-23T10:00:05Z',
  ...more,
});

export const home = (more: Partial<HomeView> = {}): HomeView => ({
  nickname: '小雨',
  today: { due: 6, minutes: 8, reviewed: 0 },
  lastHomework: {
    id: 'h1',
    subject: 'math',
    title: null,
    status: 'graded',
    score: { judged: 31, total: 40, correct: 28 },
    pageCount: 1,
    picture,
    createdAt: new Date().toISOString(),
  },
  week: { homework: 5, judged: 142, correct: 131, reviews: 23 },
  ...more,
});

export const mistake = (more: Partial<MistakeView> = {}): MistakeView => ({
  id: 'm1',
  source: 'grading',
  subject: 'math',
  question: '84-39=',
  studentAnswer: '55',
  expected: '45',
  cause: 'calculation',
  knowledgePoints: ['退位减法'],
  picture,
  box: { x: 100, y: 200, w: 300, h: 60 },
  homeworkId: 'h1',
  itemId: 'i1',
  dueAt: new Date().toISOString(),
  lastReviewedAt: null,
  reviews: 1,
  lapses: 0,
  mastery: 0.3,
  createdAt: '2026-11-20T10:00:00Z',
  ...more,
});

const inDays = (days: number) => new Date(Date.now() + days * 24 * 3600 * 1000).toISOString();

export const card = (more: Partial<ReviewCard> = {}): ReviewCard => {
  const { expected: _, ...rest } = mistake();
  return {
    ...rest,
    nextDue: { again: inDays(1), hard: inDays(2), good: inDays(4), easy: inDays(40) },
    ...more,
  };
};

export const profile = (more: Partial<ProfileView> = {}): ProfileView => ({
  id: 's',
  role: 'student',
  nickname: '小雨',
  schoolYear: 3,
  birthMonth: null,
  timeZone: 'Asia/Shanghai',
  reviewMinutes: 15,
  ...more,
});
