import { MistakeStatistics } from '@wuhao/contracts';
import { eventually } from '@wuhao/weapp-runtime';
import type { Journey } from './journey';
import { arriveWithMistakes, forgiveLostRequests } from './steps';

export const journey: Journey = {
  title: 'the access token expires in the middle of a review: what was typed stays, the rating arrives once',
  ownServer: true,
  async run(app, world) {
    const { student } = await arriveWithMistakes(app, world);
    await app.tap('开始复习');
    await app.see('第 1 题');
    await app.type('写下答案', '42 个');

    await world.server.expireAccessTokens();
    await app.tap('想好了');
    await app.see('你刚才写的');
    await app.see('42 个');
    await app.tap('想起来了');
    await app.see('第 2 题');
    await app.seeNot('等着上网后交');

    const statistics = await eventually(
      () => 'the rating did not arrive',
      async () => {
        const now = await student.get('/mistakes/statistics', MistakeStatistics);
        return now.reviewedToday > 0 ? now : undefined;
      },
    );
    const rated = (await student.listMistakes()).filter(({ reviews }) => reviews > 0);
    if (statistics.reviewedToday !== 1 || rated.length !== 1 || rated[0]?.reviews !== 1)
      throw new Error(`the rating counts ${statistics.reviewedToday} times`);
    forgiveLostRequests(app);
  },
};
