import type { Journey } from './journey';
import { forgiveLostRequests, logIn } from './steps';

export const journey: Journey = {
  title: 'a wrong password is said kindly, and the right one opens the door',
  async run(app, world) {
    const { person } = await world.register();
    await app.see('手机号');
    await app.type('手机号', person.phone);
    await app.type('密码', 'not the password');
    await app.tap('登录');
    await app.see('手机号或密码不对，再看一眼');
    // A refused log-in is an answer of the server, which a browser prints as an error.
    forgiveLostRequests(app);
    await logIn(app, person);
  },
};
