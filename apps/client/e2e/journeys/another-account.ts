import { MistakeStatistics } from '@wuhao/contracts';
import { eventually } from '@wuhao/weapp-runtime';
import type { Journey } from './journey';
import { arriveWithMistakes, forgiveLostRequests, logIn, logOut, rateCard } from './steps';

const isRating = ({ method, path }: { method: string; path: string }): boolean =>
  method === 'POST' && path.endsWith('/review');

export const journey: Journey = {
  title:
    'a brother logs in where a rating of his sister waits: he sees and sends nothing of hers, and hers arrives when she is back',
  losesServer: true,
  async run(app, world) {
    const { person, student } = await arriveWithMistakes(app, world);
    const brother = await world.register({ ...world.newPerson(), nickname: '弟弟' });
    await brother.addMistake('5×5=');
    await app.tap('开始复习');
    await app.see('第 1 题');
    await world.door.shut();
    await rateCard(app, '想起来了');
    await app.see('1 件事等着上网后交');
    await app.goBack();
    await app.tap('我的');
    await app.tap('退出登录');
    await app.see('还有 1 件事没交上');
    await app.tap('留着，下次登录再交');
    await app.see('还没有账号，去注册');

    await world.door.open();
    const from = world.door.passages.length;
    await logIn(app, brother.person);
    await app.see(brother.person.nickname);
    await app.see('还没有作业');
    await app.seeNot('等着上网后交');
    await app.tap('错题本');
    await app.see('5×5=');
    await app.seeNot('7×');
    // It would ask what becomes of work that waits.
    await logOut(app);
    const strange = world.door.passages
      .slice(from)
      .filter((one) => isRating(one) || ![null, brother.id].includes(one.account));
    if (strange.length > 0) throw new Error(`sent while the brother was here: ${JSON.stringify(strange)}`);

    await logIn(app, person);
    await app.see(person.nickname);
    await app.see('复习了 1 题');
    await app.seeNot('等着上网后交');
    const reviewedBy = async (one: typeof student): Promise<number> =>
      (await one.get('/mistakes/statistics', MistakeStatistics)).reviewedToday;
    await eventually(
      () => 'the rating did not arrive',
      async () => ((await reviewedBy(student)) > 0 ? true : undefined),
    );
    const counts = (await student.listMistakes()).map(({ reviews }) => reviews).filter((n) => n > 0);
    const sent = world.door.passages.filter(isRating).map(({ account }) => account);
    if (counts.join() !== '1' || sent.join() !== student.id)
      throw new Error(`the rating counts ${counts.join()} and was sent by ${sent.join()}`);
    if ((await reviewedBy(brother)) !== 0) throw new Error('the rating counts for the brother');
    forgiveLostRequests(app);
  },
};
