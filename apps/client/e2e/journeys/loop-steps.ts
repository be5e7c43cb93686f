import type { AppDriver } from '@wuhao/weapp-runtime';
import {
  browseMistakes,
  logIn,
  logOut,
  type Look,
  newPerson,
  photograph,
  redo,
  register,
  review,
} from './loop';

/** The loop of the product as tests, in order; the same on every target. */
export function theLoop(start: () => AppDriver, look: Look): void {
  const person = newPerson();

  it('registers a student', () => register(start(), person, look), 60_000);
  it('photographs a page and sees it graded', () => photograph(start(), look), 120_000);
  it('answers a wrong item again until it is right', () => redo(start(), look), 60_000);
  it('finds the wrong items in the mistake book', () => browseMistakes(start(), look), 60_000);
  it('reviews what is due tonight', () => review(start(), look), 120_000);
  it('is still logged in after a restart', async () => {
    const app = start();
    await app.restart();
    await app.see('最近的作业');
  }, 60_000);
  it('logs out, and stays logged out after a restart', async () => {
    const app = start();
    await logOut(app, look);
    await app.restart();
    await app.see('还没有账号，去注册');
    await app.seeNot('最近的作业');
  }, 60_000);
  it('finds everything again after the next log-in', async () => {
    const app = start();
    await logIn(app, person);
    await app.see('已判');
  }, 60_000);
  it('met no error on the way', () => {
    expect(start().problems()).toEqual([]);
  });
}
