import { MistakeStatistics } from '@wuhao/contracts';
import { eventually } from '@wuhao/weapp-runtime';
import { type Journey, SLOWEST_MS } from './journey';
import { arriveWithMistakes, forgiveLostRequests, rateCard } from './steps';

const RATINGS = ['想起来了', '忘了', '想了很久'];

export const journey: Journey = {
  title:
    'the app is killed with three ratings in the outbox: all three arrive, once, at the time they were made',
  losesServer: true,
  async run(app, world) {
    const { student } = await arriveWithMistakes(app, world);
    await app.tap('开始复习');
    await app.see('第 1 题');

    await world.door.shut();
    const from = Date.now();
    for (const rating of RATINGS) await rateCard(app, rating);
    const to = Date.now();
    await app.see('3 件事等着上网后交');
    await world.look('ratings-waiting');

    await app.restart();
    await app.see('现在连不上，先看上次的内容');
    await app.see('3 件事等着上网后交');
    await world.look('home-with-outbox');
    await app.tap('3 件事等着上网后交');
    await app.see('一题的复习：想了很久');
    await world.look('outbox');
    await app.tap('关闭');

    await world.door.open();
    await app.seeNot('件事等着上网后交', { timeoutMs: SLOWEST_MS });
    await app.see('复习了 3 题');

    const reviewed = await eventually(
      () => 'the server does not know three reviews',
      async () => {
        const all = (await student.listMistakes()).filter(({ reviews }) => reviews > 0);
        return all.length >= RATINGS.length ? all : undefined;
      },
    );
    const statistics = await student.get('/mistakes/statistics', MistakeStatistics);
    const counts = reviewed.map(({ reviews }) => reviews);
    if (statistics.reviewedToday !== 3 || counts.join() !== '1,1,1')
      throw new Error(`not each rating once: ${statistics.reviewedToday} today, ${counts.join()} by mistake`);
    for (const { question, lastReviewedAt } of reviewed) {
      const at = Date.parse(lastReviewedAt ?? '');
      if (!(at >= from && at <= to))
        throw new Error(`${question} was rated at ${lastReviewedAt}, not while the child did`);
    }
    forgiveLostRequests(app);
  },
};
