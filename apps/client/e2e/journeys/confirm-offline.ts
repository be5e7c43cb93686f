import type { HomeworkView, ItemView } from '@wuhao/contracts';
import { type AppDriver, eventually } from '@wuhao/weapp-runtime';
import { type Journey, SLOWEST_MS, type World } from './journey';
import { forgiveLostRequests, logIn } from './steps';
import type { StudentApi } from './student-api';

const WAITING = '记下了，连上网就告诉你结果';
/** Those with hard writing first: few of the others leave a doubt. */
const SHEETS = [7, 6, 4, 5, 1];
/** The page as large as the screen, and the item. */
const PARTS = 2;

/** A graded homework with an item that the grader was not sure of, and that its text alone tells from the others. */
async function handInUnsure(
  student: StudentApi,
  world: World,
): Promise<{ homework: HomeworkView; item: ItemView }> {
  for (const sheet of SHEETS) {
    const homework = await student.handIn(world.photo(sheet));
    const item = homework.items.find(
      ({ verdict, studentAnswer, text }) =>
        verdict === 'suspect' &&
        studentAnswer !== null &&
        homework.items.filter((other) => other.text.includes(text)).length === 1,
    );
    if (item) return { homework, item };
  }
  throw new Error('the grader is sure of every item of the samples');
}

/** What is killed at once has kept nothing yet: the homework is written down soon after it was read, its photo after that. */
async function untilKept(app: AppDriver, { id }: ItemView): Promise<void> {
  const isPart = ({ url, status }: { url: string; status: number | null }): boolean =>
    status === 200 && /[?&]part=/.test(url);
  await eventually(
    () => 'the device does not keep the homework with its photo',
    async () => {
      const reads = Object.entries(await app.stored()).filter(([name]) => name.endsWith('.reads'));
      const hasPhoto = app.target === 'h5' || app.report().requests.filter(isPart).length >= PARTS;
      return (hasPhoto && reads.some(([, text]) => text.includes(id))) || undefined;
    },
    SLOWEST_MS,
  );
}

export const journey: Journey = {
  title: 'the app is killed with a confirmed item in the outbox: it is judged once, and the score counts it',
  losesServer: true,
  async run(app, world) {
    const person = world.newPerson();
    const student = await world.register(person);
    const { homework, item } = await handInUnsure(student, world);
    await logIn(app, person);
    await app.tap('数学作业');
    await app.tap(item.text);
    await app.see('不算对也不算错');
    await world.look('item-unsure');
    await untilKept(app, item);

    await world.door.shut();
    await app.tap('我看过，就是这样');
    await app.see(WAITING);
    await world.look('item-confirm-waiting');

    await app.restart();
    await app.see('1 件事等着上网后交');
    await app.tap('数学作业');
    await app.tap(item.text);
    await app.see(WAITING);

    await world.door.open();
    await app.seeNot(WAITING, { timeoutMs: SLOWEST_MS });
    const { judged, total } = homework.score;
    await app.tap('全部题目');
    await app.see(`已判 ${judged + 1}/${total}`);

    const after = await eventually(
      () => 'the item is not judged',
      async () => {
        const now = await student.homework(homework.id);
        return now.score.judged > judged ? now : undefined;
      },
    );
    const verdict = after.items.find(({ id }) => id === item.id)?.verdict;
    const correct = homework.score.correct + (verdict === 'correct' ? 1 : 0);
    if (after.score.judged !== judged + 1 || after.score.correct !== correct)
      throw new Error(`${verdict}, but the score went from ${judged} to ${JSON.stringify(after.score)}`);
    const sent = world.door.passages.filter(
      ({ path, status }) => path.endsWith(`/items/${item.id}`) && status === 200,
    );
    if (sent.length !== 1) throw new Error(`the server took ${sent.length} confirmations instead of one`);
    const mistakes = (await student.listMistakes()).filter(({ itemId }) => itemId === item.id);
    if (mistakes.length !== (verdict === 'wrong' ? 1 : 0))
      throw new Error(`${verdict}, and ${mistakes.length} times in the mistake book`);
    forgiveLostRequests(app);
  },
};
