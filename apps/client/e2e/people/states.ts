import type { Page, Route } from 'playwright-core';
import {
  addBroken,
  addPhoto,
  albums,
  beLookedAt,
  confirmInVain,
  handInAtOnce,
  keepDraft,
  logOutWithWork,
  loseServer,
  openCrop,
  openCropInVain,
  openForever,
  rateInVain,
  redo,
  refusedCamera,
  searchForever,
  startAgain,
  tap,
  upload,
  uploadOffline,
  uploadRefused,
} from './acts';
import type { Ids, Who } from './house';

/** What the network does to the page's own reads; the session lives on. */
type Network = 'offline' | 'broken' | 'waiting';

/** One thing to look at: a page in a state. */
export interface State {
  name: string;
  who?: Who;
  at: string | ((ids: Ids) => string);
  network?: Network;
  /** It needs what a device keeps for one tab alone. */
  ownDevice?: true;
  /** What it is made of is examined in other states: in every test run those are enough, in pictures one wants both. */
  inPicturesOnly?: true;
  /** Changes what the server said, where a state is over too soon to look at it. */
  answer?: { url: RegExp; change: (body: Record<string, unknown>) => object };
  /** Text or label that says that the page is there. */
  see: string;
  act?: ((page: Page) => Promise<unknown>)[];
}

const result = ({ homework }: Ids) => `/pages/homework/result?id=${homework.id}`;
const progress = ({ homework }: Ids) => `/pages/homework/progress?id=${homework.id}`;
const wrongItem = ({ homework }: Ids) => {
  const item = homework.items.find(({ verdict, correction }) => verdict === 'wrong' && !correction.corrected);
  return `/pages/homework/result?id=${homework.id}&itemId=${item?.id}`;
};
const unsureItem = ({ unsure }: Ids) => {
  const item = unsure.items.find(({ verdict }) => verdict === 'suspect');
  return `/pages/homework/result?id=${unsure.id}&itemId=${item?.id}`;
};
const mistake = (ids: Ids) => `/pages/mistakes/detail?id=${ids.mistake.id}`;

type PageOf = { n: number; status: string };
const grading = {
  url: /\/api\/v1\/homework\/[\w-]+(\?|$)/,
  change: (body: Record<string, unknown>) => {
    const [page] = body.pages as PageOf[];
    const pages = ['graded', 'grading', 'queued'].map((status, index) => ({ ...page, n: index + 1, status }));
    return { ...body, status: 'grading', items: [], pages };
  },
};
const failed = {
  url: grading.url,
  change: (body: Record<string, unknown>) => {
    const [page] = body.pages as PageOf[];
    return {
      ...body,
      status: 'failed',
      items: [],
      pages: [{ ...page, status: 'failed', problem: 'blurred' }],
    };
  },
};

/** The wrong item, as if it had been read or answered otherwise. */
const otherItem = (name: string, see: string, change: object): State => ({
  name: `result-${name}`,
  at: wrongItem,
  see,
  answer: {
    url: grading.url,
    change: (body) => ({
      ...body,
      items: (body.items as { verdict: string; correction: { corrected: boolean } }[]).map((item) =>
        item.verdict === 'wrong' && !item.correction.corrected ? { ...item, ...change } : item,
      ),
    }),
  },
});
/** The outcome of a try, which the server has not seen. */
const redone = (verdict: 'correct' | 'wrong', see: string): State => ({
  name: `result-redo-${verdict}`,
  at: wrongItem,
  see: '再算一次',
  answer: {
    url: /\/redo$/,
    change: (body) => ({
      verdict,
      item: {
        ...(body.item as object),
        ...{ expected: '45', correction: { tries: 1, corrected: verdict === 'correct' } },
      },
    }),
  },
  act: [redo(see)],
});

/** A page's own reads fail in one way and the other. */
const failing = (name: string, at: State['at'], who: Who = 'newcomer'): State[] => [
  { name: `${name}-broken`, who, at, see: '再试一次', network: 'broken' },
  { name: `${name}-offline`, who, at, see: '再试一次', network: 'offline' },
];
const inPictures = (state: State): State => ({ ...state, inPicturesOnly: true });
/** They do not end, or fail, which looks the same on every page. */
const cutOff = (name: string, at: State['at'], who: Who = 'newcomer'): State[] => [
  { name: `${name}-loading`, who, at, see: '正在打开', network: 'waiting' },
  ...failing(name, at, who).map(inPictures),
];
const child = (ids: Ids) => `/pages/guardian/child?studentId=${ids.child}`;

/** The capture page; the photos of one state would be there in the other. */
const capture = (name: string, ...act: State['act'] & object): State => ({
  name,
  at: '/pages/homework/capture',
  ownDevice: true,
  see: '相册',
  act,
});

export const STATES: State[] = [
  { name: 'login', who: 'nobody', at: '/pages/auth/login', see: '密码' },
  { name: 'login-problems', who: 'nobody', at: '/pages/auth/login', see: '密码', act: [tap('登录')] },
  { name: 'register', who: 'nobody', at: '/pages/auth/register', see: '几年级' },
  {
    name: 'register-problems',
    who: 'nobody',
    at: '/pages/auth/register',
    see: '几年级',
    act: [tap(/^注册$/)],
  },
  { name: 'home', at: '/home', see: '最近的作业' },
  { name: 'home-kept', at: '/home', ownDevice: true, see: '最近的作业', act: [loseServer] },
  { name: 'home-empty', who: 'newcomer', at: '/home', see: '还没有作业' },
  { name: 'home-loading', who: 'newcomer', at: '/home', see: '拍作业', network: 'waiting' },
  { name: 'home-broken', who: 'newcomer', at: '/home', see: '拍作业', network: 'broken' },
  { name: 'guardian', who: 'guardian', at: '/home', see: '年级' },
  {
    name: 'child',
    who: 'guardian',
    at: child,
    see: '最近的作业',
  },
  ...cutOff('child', child, 'guardian'),
  ...cutOff('guardian', '/home', 'guardian'),
  {
    name: 'guardian-alone',
    who: 'guardian',
    at: '/home',
    see: '还没有绑定孩子',
    answer: { url: /\/children$/, change: (body) => ({ ...body, items: [] }) },
  },
  capture('capture-empty'),
  capture('capture-refused', refusedCamera),
  capture('capture', albums()),
  capture('capture-hint', albums(9), tap('第 2 张照片，有点糊')),
  capture('capture-more', albums(), tap('加一页')),
  capture('capture-subject', albums(), tap(/^学科/)),
  capture('capture-again', albums(), keepDraft, startAgain),
  capture('capture-loading', albums(), keepDraft, searchForever),
  capture('capture-opening', openForever),
  inPictures(capture('capture-remove', albums(), tap('去掉第 1 张'))),
  inPictures(capture('capture-gathering', handInAtOnce)),
  capture('capture-look-first', handInAtOnce, beLookedAt),
  inPictures(capture('capture-uploading', albums(), upload)),
  capture('capture-offline', albums(), uploadOffline),
  capture('capture-photo-refused', albums(), uploadRefused),
  capture('capture-broken-photo', addBroken),
  capture('crop-photo', albums(), openCrop),
  inPictures(capture('crop-photo-loading', albums(), keepDraft, openCrop, searchForever)),
  capture('crop-photo-in-vain', albums(), openCropInVain),
  { name: 'progress', at: progress, see: '正在看第 2 页', answer: grading },
  { name: 'progress-failed', at: progress, see: '重新拍', answer: failed },
  ...cutOff('progress', progress),
  { name: 'result', at: result, see: '已判' },
  { name: 'result-near', at: result, see: '已判', act: [tap('放大照片')] },
  { name: 'result-item', at: wrongItem, see: '再算一次' },
  otherItem('suspect', '这一题我没有把握', { verdict: 'suspect', expected: null }),
  otherItem('unreadable', '这一题没有看清', { verdict: 'unreadable', text: '', expected: null }),
  otherItem('unanswered', '这里好像还没写', { verdict: 'unanswered', studentAnswer: null, expected: null }),
  otherItem('corrected', '订正好了', { expected: '45', correction: { tries: 1, corrected: true } }),
  { name: 'result-redo-unreadable', at: wrongItem, see: '再算一次', act: [redo('这个答案没看懂')] },
  inPictures(redone('wrong', '还不对，再想想')),
  redone('correct', '这次对了，订正好了'),
  { name: 'result-unsure', at: unsureItem, see: '我看过，就是这样' },
  { name: 'result-unsure-edit', at: unsureItem, see: '我看过，就是这样', act: [tap('读得不对，改一改')] },
  {
    name: 'result-unsure-waiting',
    at: unsureItem,
    ownDevice: true,
    see: '我看过，就是这样',
    act: [confirmInVain],
  },
  {
    name: 'result-unsure-child',
    who: 'guardian',
    at: (ids) => `${unsureItem(ids)}&studentId=${ids.child}`,
    see: '我看过，就是这样',
  },
  {
    name: 'result-child',
    who: 'guardian',
    at: (ids) => `${result(ids)}&studentId=${ids.child}`,
    see: '已判',
  },
  { name: 'result-failed', at: result, see: '重新拍', answer: failed },
  {
    name: 'result-child-grading',
    who: 'guardian',
    at: (ids) => `${result(ids)}&studentId=${ids.child}`,
    see: '正在看第 2 页',
    answer: grading,
  },
  { name: 'result-loading', who: 'newcomer', at: result, see: '正在打开', network: 'waiting' },
  { name: 'result-missing', who: 'newcomer', at: result, see: '再试一次' },
  { name: 'homework-list', at: '/pages/homework/list', see: '已判' },
  { name: 'homework-list-empty', who: 'newcomer', at: '/pages/homework/list', see: '还没有作业' },
  ...cutOff('homework-list', '/pages/homework/list'),
  { name: 'mistakes', at: '/mistakes', see: '一共' },
  { name: 'mistakes-empty', who: 'newcomer', at: '/mistakes', see: '错题本还是空的' },
  ...cutOff('mistakes', '/mistakes'),
  { name: 'mistakes-child', who: 'guardian', at: '/mistakes', see: '一共' },
  {
    name: 'mistakes-of-child',
    who: 'guardian',
    at: (ids) => `/pages/mistakes/of-child?studentId=${ids.child}`,
    see: '一共',
  },
  { name: 'mistake', at: mistake, see: '当时写的' },
  { name: 'mistake-remove', at: mistake, see: '当时写的', act: [tap('从错题本拿掉')] },
  { name: 'mistake-loading', who: 'newcomer', at: mistake, see: '正在打开', network: 'waiting' },
  ...failing('mistake', mistake),
  { name: 'add-mistake', at: '/pages/mistakes/add', see: '放进错题本' },
  { name: 'add-mistake-photo', at: '/pages/mistakes/add', see: '放进错题本', act: [addPhoto] },
  { name: 'review', at: '/pages/review/session', see: '想好了' },
  { name: 'review-rate', at: '/pages/review/session', see: '想好了', act: [tap('想好了')] },
  {
    name: 'review-waiting',
    at: '/pages/review/session',
    ownDevice: true,
    see: '想好了',
    act: [rateInVain],
  },
  {
    name: 'review-drop',
    at: '/pages/review/session',
    ownDevice: true,
    see: '想好了',
    act: [rateInVain, tap(/^去掉/)],
  },
  { name: 'review-empty', who: 'newcomer', at: '/pages/review/session', see: '今晚没有要复习的题' },
  ...cutOff('review', '/pages/review/session'),
  { name: 'me', at: '/me', see: '退出登录' },
  { name: 'me-text-size', at: '/me', see: '退出登录', act: [tap(/^字的大小/)] },
  { name: 'me-log-out', at: '/me', see: '退出登录', act: [tap('退出登录')] },
  {
    name: 'me-log-out-unsent',
    at: '/pages/review/session',
    ownDevice: true,
    see: '想好了',
    act: [rateInVain, logOutWithWork],
  },
  ...cutOff('profile', '/pages/account/profile'),
  { name: 'profile', at: '/pages/account/profile', see: '保存' },
];

/** What was read is kept on the device: a state that needs it not to be there, or that bends it, has a device of its own. */
export const deviceOf = ({ name, network, answer, ownDevice }: State): string | undefined => {
  if (network) return 'cut off';
  if (ownDevice) return `own of ${name}`;
  return answer ? `told ${name}` : undefined;
};

const meddle = (network: Network) => (route: Route) => {
  if (route.request().url().includes('/auth/')) return route.continue();
  if (network === 'offline') return route.abort('internetdisconnected');
  const body = {
    code: 'INTERNAL',
    message: 'broken on purpose',
    requestId: '0193a1b2-7c1d-7000-8000-3f0e5a6b7c8d',
  };
  return network === 'broken' ? route.fulfill({ status: 500, json: body }) : undefined;
};

/** Photos that the state has left on its device before are not of this time; what a tab itself leaves, a reload finds. */
const forgetDrafts = () => {
  if (sessionStorage.getItem('begun')) return;
  sessionStorage.setItem('begun', 'yes');
  for (const name of Object.keys(localStorage)) if (name.endsWith('.draft')) localStorage.removeItem(name);
};

/** Brings a tab into the state; what is to be seen is then seen. */
export async function bringTo(
  page: Page,
  { at, see, network, answer, act = [] }: State,
  ids: Ids,
): Promise<void> {
  if (network) await page.route('**/api/v1/**', meddle(network));
  if (answer)
    await page.route(answer.url, async (route) => {
      const response = await route.fetch();
      await route.fulfill({
        response,
        json: answer.change((await response.json()) as Record<string, unknown>),
      });
    });
  await page.addInitScript(forgetDrafts);
  await page.goto(typeof at === 'string' ? at : at(ids));
  await page
    .getByText(see)
    .or(page.getByLabel(see))
    .filter({ visible: true })
    .first()
    .waitFor({ timeout: 60_000 });
  for (const step of act) await step(page);
  // Pictures and what follows an act.
  await page.waitForTimeout(250);
  // What makes room for the answer to an act is no jump of a page that loads, however late a busy machine answers.
  if (act.length > 0) await page.evaluate(() => Object.assign(window, { jumps: 0, jumped: [] }));
}
