import { type AppDriver, eventually } from '@wuhao/weapp-runtime';
import { type Person, SLOWEST_MS, type World } from './journey';
import type { StudentApi } from './student-api';

const MOST_CARDS = 60;

const nowhere = (): Promise<void> => Promise.resolve();

/** From the log-in page to the home page of a new account. */
export async function register(
  app: AppDriver,
  { phone, password, nickname }: Person,
  look: World['look'] = nowhere,
): Promise<void> {
  await app.see('还没有账号，去注册');
  await look('login');
  await app.tap('还没有账号，去注册');
  await app.see('几年级');
  await app.type('手机号', phone);
  await app.type('密码', password);
  await app.type('怎么称呼', nickname);
  await app.tap('三年级');
  await look('register');
  await app.tap('注册');
  await app.see(nickname);
  await app.see('还没有作业');
  await look('home-empty');
}

/** From the home page to the result of one photo. */
export async function photograph(
  app: AppDriver,
  photo: string,
  look: World['look'] = nowhere,
): Promise<void> {
  await app.tap('拍作业');
  await app.see('把作业放平，拍全一页');
  await look('capture-empty');
  await app.choosePhotos([photo]);
  await app.tap('相册');
  await app.see('第 1 张照片');
  await look('capture');
  await app.tap('交上去批改，1 张');
  await app.see('第 1 页', { timeoutMs: SLOWEST_MS });
  await look('progress');
  await app.see('已判', { timeoutMs: SLOWEST_MS });
  await look('result');
}

interface Sum {
  text: string;
  expected: number;
}

const OPERATIONS: Record<string, (a: number, b: number) => number> = {
  '+': (a, b) => a + b,
  '-': (a, b) => a - b,
  '−': (a, b) => a - b,
  '×': (a, b) => a * b,
  '÷': (a, b) => a / b,
};

/** Wrong sums among the lines on the screen, worked out here and not by the product. */
export function wrongSums(text: string): Sum[] {
  return text.split('\n').flatMap((line) => {
    const parts = /^\s*(\d+)\s*([+\-−×÷])\s*(\d+)\s*=\s*(\d+)\s*$/.exec(line);
    if (!parts) return [];
    const [, a, operator = '', b, answer] = parts;
    const expected = OPERATIONS[operator]?.(Number(a), Number(b));
    return expected === undefined || !Number.isInteger(expected) || expected === Number(answer)
      ? []
      : [{ text: line.trim(), expected }];
  });
}

/** On the result: answers a wrong item again, first still wrong, then right. */
export async function redo(app: AppDriver, look: World['look'] = nowhere): Promise<void> {
  const [sum] = wrongSums(await app.text());
  if (!sum) throw new Error(`no wrong sum is listed:\n${await app.text()}`);
  await app.tap(sum.text);
  await app.see('再算一次');
  await look('item');
  await app.type('新的答案', String(sum.expected + 1));
  await app.tap('看看对不对');
  await app.see('还不对，再想想');
  await app.type('新的答案', String(sum.expected));
  await app.tap('看看对不对');
  await app.see('订正好了');
  await app.see(String(sum.expected));
  await look('item-corrected');
  await app.tap('全部题目');
  await app.see('已判');
}

/** From the page above the home page to the mistake book. */
export async function browseMistakes(app: AppDriver, look: World['look'] = nowhere): Promise<void> {
  await app.goBack();
  await app.see('最近的作业');
  await app.see('已判');
  await look('home');
  await app.tap('错题本');
  await app.see('一共');
  await look('mistakes');
  const question = /^\d+[+\-−×÷]\d+=$/m.exec(await app.text())?.[0];
  if (!question) throw new Error(`no mistake is listed:\n${await app.text()}`);
  await app.tap(question);
  await app.see('当时写的');
  await look('mistake');
  await app.goBack();
  await app.see('一共');
}

/** From any tab to the end of tonight's review and home. */
export async function review(app: AppDriver, look: World['look'] = nowhere): Promise<void> {
  await app.tap('首页');
  await app.tap('开始复习');
  await app.see('先在心里或纸上做一遍');
  await look('review-question');
  for (let card = 0; card < MOST_CARDS; card++) {
    const rating = card % 2 === 0 ? '想起来了' : '忘了';
    await rateCard(app, rating, card === 0 ? () => look('review-answer') : nowhere);
    if ((await app.text()).includes('今晚复习完了')) break;
  }
  await app.see('今晚复习完了');
  await look('review-done');
  await app.tap('回首页');
  await app.see('今天已经复习了');
}

/** In the review: from the question to the next one, or to the end. */
export async function rateCard(
  app: AppDriver,
  rating: string,
  onAnswer: () => Promise<void> = nowhere,
): Promise<void> {
  const before = /第 (\d+) 题，共/.exec(await app.text())?.[0] ?? '';
  await app.tap('想好了');
  await app.see('刚才想得怎么样');
  await onAnswer();
  await app.tap(rating);
  await app.seeNot(before);
}

/** From any tab to the log-in page. */
export async function logOut(app: AppDriver, look: World['look'] = nowhere): Promise<void> {
  await app.tap('我的');
  await app.tap('退出登录');
  await app.see('作业和错题都在，下次登录还能看到。');
  await look('log-out');
  await app.tap('退出');
  await app.see('还没有账号，去注册');
}

/** From the log-in page to the home page. */
export async function logIn(app: AppDriver, { phone, password }: Person): Promise<void> {
  await app.type('手机号', phone);
  await app.type('密码', password);
  await app.tap('登录');
  await app.see('拍作业');
}

/** Makes a student who has five mistakes to review today, and logs them in on the phone. */
export async function arriveWithMistakes(
  app: AppDriver,
  world: World,
): Promise<{ person: Person; student: StudentApi }> {
  const person = world.newPerson();
  const student = await world.register(person);
  for (const n of [6, 7, 8, 9, 12]) await student.addMistake(`7×${n}=`);
  await logIn(app, person);
  return { person, student };
}

/** A browser brings the code of all pages by and by; what a mini-program needs comes with its packages. */
export async function untilAllPagesCame(app: AppDriver, { door }: World): Promise<void> {
  if (app.target === 'weapp') return;
  const list = (await (await fetch(`${door.address}/preload.json`)).json()) as Record<string, string[]>;
  const missing = (): string[] => {
    const answered = app.report().requests.filter(({ status }) => status === 200);
    const come = new Set(answered.map(({ url }) => new URL(url).pathname));
    return Object.values(list)
      .flat()
      .filter((file) => !come.has(file));
  };
  await eventually(
    () => `the browser has not got ${missing().join(' ')}`,
    () => Promise.resolve(missing().length === 0 ? true : undefined),
  );
}

/**
 * What a browser prints itself of a request that came to nothing, however well the app lives with it: the network was
 * cut, the token had expired, the server does not know the upload that it is asked to go on with.
 */
const LOST_REQUEST =
  /^console\.error: Failed to load resource: (net::ERR_\w+ |the server responded with a status of (401 |404 \(Not Found\) \(\S+\/files\/uploads\/))/;

/** Only the browser's own words: what the app lets fall, or says itself, stays a fault on every target. */
export function forgiveLostRequests(app: AppDriver): void {
  if (app.target === 'h5') app.forgive(LOST_REQUEST);
}
