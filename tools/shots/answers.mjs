// What the API would answer for one family: enough to look at every page. Only screenshots use it.
const uuid = (n) => `0193a1b2-0000-7000-8000-${String(n).padStart(12, '0')}`;
const hours = (n) => new Date(Date.now() + n * 3_600_000).toISOString();

const without = (object, key) => Object.fromEntries(Object.entries(object).filter(([name]) => name !== key));

const WIDTH = 1200;
const HEIGHT = 1600;

const QUESTIONS = [
  ['36+27=', '63', 'correct'],
  ['84-39=', '55', 'wrong', '45'],
  ['7×8=', '56', 'correct'],
  ['45÷9=', '5', 'correct'],
  ['63+18=', '81', 'correct'],
  ['52-17=', '35', 'correct'],
  ['9×6=', '54', 'correct'],
  ['17÷5=', '3……2', 'correct'],
  ['28+46=', '74', 'suspect'],
  ['91-45=', '46', 'correct'],
  ['6×7=', '48', 'wrong', '42'],
  ['72÷8=', '9', 'correct'],
  ['39+25=', '', 'unanswered'],
  ['80-26=', '54', 'correct'],
  ['4×9=', '36', 'correct'],
  ['23÷4=', '5……3', 'correct'],
  ['57+34=', '91', 'correct'],
  ['60-33=', '21', 'wrong', '27'],
  ['8×3=', '24', 'unreadable'],
  ['64÷8=', '8', 'correct'],
];

const placeOf = (index) => ({
  x: index % 2 === 0 ? 120 : 660,
  y: 210 + Math.floor(index / 2) * 126,
});

export const sheet = () => {
  const lines = QUESTIONS.map(([question, answer], index) => {
    const { x, y } = placeOf(index);
    const hand = `<tspan font-family="cursive" fill="#334d8f" font-size="54">${answer}</tspan>`;
    return `<text x="${x}" y="${y + 56}" font-size="52" fill="#333" font-family="serif">${question}${hand}</text>`;
  }).join('');
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}">
<rect width="100%" height="100%" fill="#f4f1e8"/><text x="600" y="130" font-size="58" text-anchor="middle" fill="#333">口算练习</text>${lines}</svg>`;
};

const picture = (n) => ({
  id: uuid(900 + n),
  url: `/api/v1/files/${uuid(900 + n)}?v=picture`,
  thumbnailUrl: `/api/v1/files/${uuid(900 + n)}?v=thumbnail`,
  width: WIDTH,
  height: HEIGHT,
});

const items = QUESTIONS.map(([question, answer, verdict, expected], index) => ({
  id: uuid(100 + index),
  page: 1,
  box: { ...placeOf(index), w: answer ? 330 : 250, h: 76 },
  text: verdict === 'unreadable' ? '' : question + answer,
  question,
  verdict,
  studentAnswer: answer || null,
  expected: null,
  confidence: verdict === 'suspect' ? 0.6 : 0.97,
  cause: null,
  correction: { tries: 0, corrected: false },
  mistakeId: verdict === 'wrong' ? uuid(300 + index) : null,
  answerKey: expected,
}));

const score = { judged: 17, total: 20, correct: 14 };
const summary = (n, more = {}) => ({
  id: uuid(n),
  subject: 'math',
  title: null,
  status: 'graded',
  score,
  pageCount: 1,
  picture: picture(1),
  createdAt: hours(-n * 5),
  ...more,
});

const homework = {
  id: uuid(1),
  subject: 'math',
  title: null,
  status: 'graded',
  score,
  pages: [{ n: 1, status: 'graded', problem: null, picture: picture(1) }],
  items: items.map((item) => without(item, 'answerKey')),
  createdAt: hours(-1),
  gradedAt: hours(-1),
};

const mistakeOf = (index, more = {}) => {
  const { id, question, studentAnswer, box, answerKey } = items[index];
  return {
    id: uuid(300 + index),
    source: 'grading',
    subject: 'math',
    question,
    studentAnswer,
    expected: answerKey ?? null,
    cause: 'calculation',
    knowledgePoints: ['退位减法'],
    picture: picture(1),
    box,
    homeworkId: uuid(1),
    itemId: id,
    dueAt: hours(-2),
    lastReviewedAt: null,
    reviews: 2,
    lapses: 1,
    mastery: 0.4,
    createdAt: hours(-30),
    ...more,
  };
};

const mistakes = [
  mistakeOf(1),
  mistakeOf(10, { knowledgePoints: ['乘法口诀'], dueAt: hours(40), mastery: 0.85 }),
  mistakeOf(17, { dueAt: hours(90), mastery: 0.6, expected: null }),
  mistakeOf(8, { question: null, source: 'manual', homeworkId: null, itemId: null, dueAt: hours(300) }),
];
const cards = mistakes.map((mistake) => ({
  ...without(mistake, 'expected'),
  nextDue: { again: hours(24), hard: hours(48), good: hours(96), easy: hours(220) },
}));

const home = {
  nickname: '小雨',
  today: { due: 6, minutes: 8, reviewed: 2 },
  lastHomework: summary(1),
  week: { homework: 5, judged: 142, correct: 131, reviews: 23 },
};
const statistics = {
  total: 24,
  due: 6,
  reviewedToday: 2,
  mastered: 9,
  byKnowledgePoint: [
    { knowledgePoint: '退位减法', mistakes: 9, mastery: 0.4 },
    { knowledgePoint: '乘法口诀', mistakes: 6, mastery: 0.8 },
    { knowledgePoint: '有余数的除法', mistakes: 4, mastery: 0.6 },
  ],
};
const profile = {
  id: uuid(50),
  schoolYear: 3,
  birthMonth: null,
  timeZone: 'Asia/Shanghai',
  reviewMinutes: 15,
};
const none = { items: [], nextCursor: null };

const users = {
  student: { id: uuid(50), role: 'student', nickname: '小雨', phone: '138****0001' },
  guardian: { id: uuid(51), role: 'guardian', nickname: '雨妈妈', phone: '138****0002' },
};

const grading = {
  ...homework,
  id: uuid(2),
  status: 'grading',
  items: [],
  score: { judged: 0, total: 0, correct: 0 },
  pages: [
    { n: 1, status: 'graded', problem: null, picture: picture(1) },
    { n: 2, status: 'grading', problem: null, picture: picture(2) },
    { n: 3, status: 'queued', problem: null, picture: picture(3) },
  ],
};
const failed = {
  ...grading,
  id: uuid(3),
  status: 'failed',
  pages: [{ n: 1, status: 'failed', problem: 'blurred', picture: picture(1) }],
};

const full = (user) => ({
  'POST /auth/refresh': { accessToken: 'a', expiresIn: 900, user: users[user] },
  'GET /analytics/home': home,
  'GET /homework': {
    items: [
      summary(1),
      summary(2, { status: 'grading', title: '周三练习' }),
      summary(9, { subject: 'english' }),
    ],
    nextCursor: 'more',
  },
  [`GET /homework/${uuid(1)}`]: homework,
  [`GET /homework/${uuid(2)}`]: grading,
  [`GET /homework/${uuid(3)}`]: failed,
  'GET /mistakes': { items: mistakes, nextCursor: null },
  'GET /mistakes/statistics': statistics,
  'GET /mistakes/today-review': { items: cards, total: 6, minutes: 8 },
  [`GET /mistakes/${uuid(301)}`]: mistakes[0],
  ...Object.fromEntries(mistakes.map((one) => [`GET /mistakes/${one.id}`, one])),
  ...Object.fromEntries(
    mistakes.map((one) => [`POST /mistakes/${one.id}/review`, { dueAt: hours(96), mastery: 0.7 }]),
  ),
  'GET /user/profile': { ...users[user], phone: undefined, ...profile },
  'GET /user/children': { items: [{ id: uuid(50), nickname: '小雨', schoolYear: 3 }], nextCursor: null },
  [`POST /homework/${uuid(1)}/items/${uuid(101)}/redo`]: {
    verdict: 'correct',
    item: { ...homework.items[1], expected: '45', correction: { tries: 1, corrected: true } },
  },
});

export const families = {
  student: full('student'),
  guardian: full('guardian'),
  newcomer: {
    ...full('student'),
    'GET /analytics/home': {
      nickname: '小雨',
      today: { due: 0, minutes: 0, reviewed: 0 },
      lastHomework: null,
      week: { homework: 0, judged: 0, correct: 0, reviews: 0 },
    },
    'GET /homework': none,
    'GET /mistakes': none,
    'GET /mistakes/statistics': { total: 0, due: 0, reviewedToday: 0, mastered: 0, byKnowledgePoint: [] },
    'GET /mistakes/today-review': { items: [], total: 0, minutes: 0 },
    'GET /user/children': none,
  },
  /** Signed in, and then nothing works. */
  broken: { 'POST /auth/refresh': full('student')['POST /auth/refresh'] },
};

export const ids = {
  graded: uuid(1),
  grading: uuid(2),
  failed: uuid(3),
  mistake: uuid(301),
  child: uuid(50),
  item: uuid(101),
};
