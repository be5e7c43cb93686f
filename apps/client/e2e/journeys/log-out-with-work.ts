import { MistakeStatistics } from '@wuhao/contracts';
import { eventually } from '@wuhao/weapp-runtime';
import type { Journey } from './journey';
import { arriveWithMistakes, forgiveLostRequests, logIn, rateCard, untilAllPagesCame } from './steps';

export const journey: Journey = {
  title:
    'logs out with a rating that could not be sent: it asks, keeps it, and sends it after the next log-in',
  async run(app, world) {
    const { person, student } = await arriveWithMistakes(app, world);
    await app.tap('开始复习');
    await app.see('第 1 题');
    // The child thinks, and has not been to the other pages yet.
    await untilAllPagesCame(app, world);

    await app.setNetwork('offline');
    await rateCard(app, '想起来了');
    await app.see('1 件事等着上网后交');
    await app.goBack();
    await app.see('复习了 1 题'); // home knows it before the server does
    await app.tap('我的');
    await app.tap('退出登录');
    await app.see('还有 1 件事没交上');
    await world.look('log-out-with-work');
    await app.tap('先交上再退出');
    await app.see('网络没连上，内容都还在');
    await app.tap('留着，下次登录再交');
    await app.see('还没有账号，去注册');
    await app.seeNot('最近的作业');

    await app.setNetwork('normal');
    await logIn(app, person);
    await app.see('复习了 1 题');
    await app.seeNot('等着上网后交');
    await eventually(
      () => 'the rating did not arrive',
      async () => {
        const { reviewedToday } = await student.get('/mistakes/statistics', MistakeStatistics);
        return reviewedToday === 1 ? true : undefined;
      },
    );
    const counts = (await student.listMistakes()).map(({ reviews }) => reviews).filter((n) => n > 0);
    if (counts.join() !== '1') throw new Error(`the rating counts ${counts.join()}`);
    forgiveLostRequests(app);
  },
};
