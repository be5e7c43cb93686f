import { MistakeStatistics } from '@wuhao/contracts';
import { eventually } from '@wuhao/weapp-runtime';
import type { Journey, World } from './journey';
import { arriveWithMistakes, forgiveLostRequests } from './steps';

const ANSWER = /^\/api\/v1\/mistakes\/[^/]+$/;
const RATING = /^\/api\/v1\/mistakes\/[^/]+\/review$/;
const REFRESH = /^\/api\/v1\/auth\/refresh$/;

const answersTo = ({ door }: World, path: RegExp, since = 0): (number | null)[] =>
  door.passages
    .slice(since)
    .filter((one) => path.test(one.path))
    .map(({ status }) => status);

export const journey: Journey = {
  title: 'the access token expires just before a rating: what was typed stays, the rating arrives once',
  async run(app, world) {
    const { student } = await arriveWithMistakes(app, world);
    await app.tap('开始复习');
    await app.see('第 1 题');
    await app.type('写下答案', '42 个');
    await app.tap('想好了');
    await app.see('你刚才写的');
    await app.see('42 个');
    await eventually(
      () => 'the right answer was not asked for',
      () => Promise.resolve(answersTo(world, ANSWER).includes(200) || undefined),
    );

    // Nothing reads any more: it is the rating that meets the old token.
    const before = world.door.passages.length;
    await world.door.expireAccessTokens();
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
    const ways = [RATING, REFRESH].map((path) => answersTo(world, path, before).join());
    if (ways.join(' ') !== '401,200 200')
      throw new Error(`the rating was answered ${ways[0]}, the refresh ${ways[1]}`);
    forgiveLostRequests(app);
  },
};
