import { type Journey, SLOWEST_MS } from './journey';
import { forgiveLostRequests, logIn } from './steps';

export const journey: Journey = {
  title: 'the server is down at the start: home comes from the device, says so, and recovers by itself',
  losesServer: true,
  async run(app, world) {
    const person = world.newPerson();
    const student = await world.register(person);
    await student.handIn(world.photo(1));
    await logIn(app, person);
    await app.see('最近的作业');
    await app.see('已判');
    await app.tap('错题本');
    await app.see('一共');
    // On its way to the background the app writes down what it has read.
    await app.background();

    await world.door.shut();
    await app.restart();
    await app.see('现在连不上，先看上次的内容');
    await app.see('最近的作业');
    await app.see('已判');
    await world.look('home-without-server');
    await app.tap('错题本');
    await app.see('一共');
    await app.see('现在连不上，先看上次的内容');
    await app.tap('首页');

    await world.door.open();
    await app.seeNot('现在连不上，先看上次的内容', { timeoutMs: SLOWEST_MS });
    await app.see('已判');
    await app.tap('开始复习');
    await app.see('第 1 题');
    forgiveLostRequests(app);
  },
};
