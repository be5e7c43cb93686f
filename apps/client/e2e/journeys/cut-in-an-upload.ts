import { setTimeout as pause } from 'node:timers/promises';
import type { Journey } from './journey';
import { forgiveLostRequests, register } from './steps';

const PHOTOS = 3;
/** One bar in a stairwell: the photos are under way for half a minute, whatever else the machine does. */
const NARROW = { online: true, latencyMs: 100, bytesPerSecond: 20_000 };

export const journey: Journey = {
  title: 'the network is cut in the middle of an upload, then back: one homework, all photos, each sent once',
  async run(app, world) {
    const person = world.newPerson();
    await register(app, person);
    await app.tap('拍作业');
    await app.choosePhotos([world.photo(1), world.photo(2), world.photo(3)]);
    await app.tap('相册');
    await app.see('第 3 张照片');

    await app.setNetwork(NARROW);
    await app.tap('交上去批改，3 张');
    await app.see('正在上传 0/3');
    await pause(500 + world.random() * 3_000);
    await app.see('正在上传');
    await app.setNetwork('offline');
    await app.see('照片都存好了，连上网会自动交，可以先离开');
    await world.look('upload-cut');
    await app.goBack();
    await app.see('现在连不上，先看上次的内容');
    await app.see('1 件事等着上网后交');
    await world.look('home-with-homework-waiting');

    await app.setNetwork('normal');
    await app.seeNot('件事等着上网后交', { timeoutMs: 60_000 });
    await app.see('数学作业');

    const student = await world.logIn(person);
    const all = await student.listHomework();
    const pages = all.map(({ pageCount }) => pageCount);
    if (pages.join() !== String(PHOTOS)) throw new Error(`homeworks by their pages: ${pages.join()}`);
    const view = await student.homework(all[0]!.id);
    const files = new Set(view.pages.map(({ picture }) => picture.id));
    if (files.size !== PHOTOS) throw new Error('a photo is there twice');
    const taken = world.door.passages.filter(
      ({ method, status }) => method === 'POST' && status !== null && status < 300,
    );
    const keysOf = (path: string) =>
      taken.filter((one) => one.path === `/api/v1${path}`).map(({ idempotencyKey }) => idempotencyKey);
    const [uploads, homework] = [keysOf('/files/upload'), keysOf('/homework')];
    if (uploads.length !== PHOTOS || new Set(uploads).size !== PHOTOS || homework.length !== 1)
      throw new Error(`the server took photos ${uploads.join()} and homework ${homework.join()}`);
    forgiveLostRequests(app);
  },
};
