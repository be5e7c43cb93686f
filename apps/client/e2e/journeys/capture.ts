import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { type AppDriver, eventually } from '@wuhao/weapp-runtime';
import sharp from 'sharp';
import { type Journey, SLOWEST_MS, type World } from './journey';
import { register } from './steps';

const OPENING_MS = 30_000;
const HINT = '有点糊，重拍会看得更清楚';

interface Sheets {
  blurred: string;
  /** Lies on its left side: one turn clockwise makes it upright. */
  lying: string;
}

async function makeSheets(folder: string, world: World): Promise<Sheets> {
  const blurred = path.join(folder, 'blurred.jpg');
  const lying = path.join(folder, 'lying.jpg');
  await sharp(world.photo(1)).blur(6).jpeg().toFile(blurred);
  await sharp(world.photo(3)).rotate(270).jpeg().toFile(lying);
  return { blurred, lying };
}

/** The camera is refused, and opens at once when it has been allowed. */
async function beRefusedAndMend(app: AppDriver, photo: string, look: World['look']): Promise<void> {
  await app.setCamera(false);
  if (app.target === 'h5') await app.choosePhotos(null); // a browser lets nothing be chosen then
  await app.tap('拍一张');
  await app.see('相机还没有打开');
  await look('camera-refused');
  if (app.target === 'h5') {
    await app.setCamera(true);
    await app.choosePhotos([photo]);
    await app.tap('我打开了，再试一次');
  } else {
    await app.tap('去设置里打开');
    await app.see('完成');
    await app.setCamera(true);
    await app.choosePhotos([photo]);
    await app.tap('完成');
  }
  await app.see('第 1 张照片');
  await app.seeNot('相机还没有打开');
}

/** WeChat asks for its guideline first; who says no is told why, and may change their mind. */
async function acceptPrivacy(app: AppDriver, look: World['look']): Promise<void> {
  if (app.target === 'h5') return;
  await app.setPrivacy(false);
  await app.tap('相册');
  await app.tap('拒绝');
  await app.see('微信要先问一句');
  await look('privacy-refused');
  await app.choosePhotos(null);
  await app.tap('再看一次');
  await app.tap('同意');
  await app.seeNot('微信要先问一句');
}

async function addFromAlbum(app: AppDriver, photo: string, expected: string): Promise<void> {
  await app.tap('加一页');
  await app.choosePhotos([photo]);
  await app.tap('相册');
  await app.see(expected);
}

/** A photo can be cut as soon as the device has opened it: until then the button is off. */
async function openCrop(app: AppDriver, n: number): Promise<void> {
  await app.tap(`裁剪第 ${n} 张`, { timeoutMs: OPENING_MS });
  await app.see('往里收');
}

/** As much of a draft on the device as tells a changed page. */
interface KeptDraft {
  pages: { source: { id: string }; photo: { id: string }; edit: { turns: number } }[];
}

/** The draft names a changed photo only when that lies on the device, too. */
const untilBothAreKept = (app: AppDriver): Promise<true> =>
  eventually(
    async () => `the device does not keep both pages as they are: ${JSON.stringify(await app.stored())}`,
    async () => {
      const drafts = Object.entries(await app.stored()).filter(([name]) => name.endsWith('.draft'));
      const [turned, cut, ...others] = (JSON.parse(drafts[0]?.[1] ?? '') as KeptDraft).pages;
      const areChanged = [turned, cut].every((page) => page && page.photo.id !== page.source.id);
      return areChanged && turned?.edit.turns === 1 && others.length === 0 ? true : undefined;
    },
  );

/** The phone ends the app before anything is handed in: the pages are there again, to go on with. */
async function outlive(app: AppDriver, look: World['look']): Promise<void> {
  await app.see('重拍第 1 张');
  await app.seeNot('正在转过来', { timeoutMs: OPENING_MS });
  await untilBothAreKept(app);
  await app.restart();
  await app.tap('拍作业');
  await app.see('上次没交的照片还在这里');
  await app.see('第 2 张照片');
  await app.seeNot('第 3 张照片');
  await look('capture-again');
  await app.tap('第 2 张照片');
  await openCrop(app, 2); // it can still be changed
  await app.goBack();
}

export const journey: Journey = {
  title:
    'photographs pages that need some help: a refused camera, a blur, a page on its side, too much, the wrong order; the app is killed in between',
  async run(app, world) {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'wuhao-capture-'));
    try {
      await photographAll(app, world, await makeSheets(folder, world));
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

async function photographAll(app: AppDriver, world: World, { blurred, lying }: Sheets): Promise<void> {
  const person = world.newPerson();
  await register(app, person);
  await app.tap('拍作业');
  await acceptPrivacy(app, world.look);
  await beRefusedAndMend(app, blurred, world.look);

  await app.see(HINT, { timeoutMs: OPENING_MS });
  await world.look('capture-blurred');
  await app.tap('重拍第 1 张');
  await app.choosePhotos([world.photo(1)]);
  await app.tap('相册');
  await app.seeNot(HINT);

  await addFromAlbum(app, lying, '第 2 张照片');
  await addFromAlbum(app, world.photo(2), '第 3 张照片');
  await app.tap('第 3 张照片');
  await app.tap('去掉第 3 张');
  await app.tap('去掉这一张');
  await app.seeNot('第 3 张照片');

  await app.tap('第 1 张照片');
  await openCrop(app, 1);
  for (let step = 0; step < 4; step++) await app.tap('往里收');
  await app.drag('拖动上边和左边', { x: 12, y: 12 });
  await world.look('capture-cutting');
  await app.tap('就留这些');
  await app.see('交上去批改，2 张');

  await app.tap('第 2 张照片');
  await openCrop(app, 2);
  await app.goBack();
  await app.tap('旋转第 2 张');
  await app.tap('往前第 2 张');
  await app.see('重拍第 1 张');
  await outlive(app, world.look);
  await world.look('capture-ready');
  await app.tap('交上去批改，2 张');
  await app.see('已判', { timeoutMs: SLOWEST_MS });

  await readBack(world, await world.logIn(person));
}

/** What the server has: the turned page first, upright; then the first page, less high than it was. */
async function readBack(world: World, student: Awaited<ReturnType<World['logIn']>>): Promise<void> {
  const [only, ...others] = await student.listHomework();
  if (!only || others.length > 0) throw new Error(`${others.length + 1} homeworks instead of one`);
  const { pages } = await student.homework(only.id);
  const [turned, cut] = pages.map(({ picture }) => picture.width / picture.height);
  const ratioOf = async (n: number): Promise<number> => {
    const { width = 0, height = 1 } = await sharp(world.photo(n)).metadata();
    return width / height;
  };
  if (pages.length !== 2 || turned === undefined || cut === undefined)
    throw new Error(`${pages.length} pages instead of two`);
  if (Math.abs(turned - (await ratioOf(3))) > 0.02)
    throw new Error(`the turned page is ${turned} times as wide as high`);
  if (cut < (await ratioOf(1)) * 1.05) throw new Error(`the cut page is ${cut} times as wide as high`);
}
