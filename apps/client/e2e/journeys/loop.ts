import type { Journey } from './journey';
import { browseMistakes, logIn, logOut, photograph, redo, register, review } from './steps';

export const journey: Journey = {
  title: 'the loop: register, photograph, redo, mistakes, review, restart, log out, log in',
  async run(app, world) {
    const person = world.newPerson();
    const { look } = world;
    await register(app, person, look);
    await photograph(app, world.photo(1), look);
    await redo(app, look);
    await browseMistakes(app, look);
    await review(app, look);

    await app.restart();
    await app.see('最近的作业');
    await logOut(app, look);
    await app.restart();
    await app.see('还没有账号，去注册');
    await app.seeNot('最近的作业');

    await logIn(app, person);
    await app.see('已判');
  },
};
