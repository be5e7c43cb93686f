import type { Frame, Locator } from 'playwright-core';
import type { HomeworkView } from '@wuhao/contracts';
import { eventually, type H5Driver, type WeappDriver } from '@wuhao/weapp-runtime';
import type { StudentApi } from '../journeys/student-api';
import { logIn } from '../journeys/steps';
import { createPeople } from '../journeys/people';
import { type RunningServer, startServer } from '../server';
import { overFloor } from '../stage/budget';
import { doubleTap, drag, middleOf, pinch, type Spot } from './fingers';

/** A student with a graded page on a running server. */
export interface Desk {
  server: RunningServer;
  student: StudentApi;
  homework: HomeworkView;
}

export async function layDesk(): Promise<Desk> {
  const server = await startServer();
  const people = createPeople(1, server.address);
  const student = await people.register();
  return { server, student, homework: await student.handIn(people.photo(1)) };
}

/** How near the same point of the paper must stay to the finger. */
const NEAR_PX = 4;

const frameOf = (app: H5Driver | WeappDriver): Frame | Promise<Frame> =>
  app.target === 'h5' ? app.page.mainFrame() : app.topFrame();

/** The photo of a graded page under a finger: the same on every target. */
export function photoTests(
  desk: () => Desk,
  open: (server: RunningServer) => Promise<H5Driver | WeappDriver>,
): void {
  let app: H5Driver | WeappDriver;

  beforeAll(async () => {
    const { server, student, homework } = desk();
    app = await open(server);
    await logIn(app, student.person);
    await app.open(`/pages/homework/result?id=${homework.id}`);
    await app.see('已判');
  }, 180_000);
  afterAll(() => app?.close(), 60_000);

  const find = async (selector: string): Promise<Locator> => (await frameOf(app)).locator(selector).first();
  const boxOf = async (selector: string) => {
    const box = await (await find(selector)).boundingBox();
    if (!box) throw new Error(`${selector} is not on the screen`);
    return box;
  };
  const zoom = async () => (await boxOf('.page-photo-sheet')).width / (await boxOf('.viewer-pane')).width;
  const zoomOf = async (wanted: number) => {
    let last = 0;
    await eventually(
      () => `the photo is at ${last}, not at ${wanted}`,
      async () => (Math.abs((last = await zoom()) - wanted) < 0.05 ? true : undefined),
    );
  };
  /** Where on the paper a spot of the screen lies: 0-1 from its left and its upper edge. */
  const onPaper = async ({ x, y }: Spot): Promise<Spot> => {
    const sheet = await boxOf('.page-photo-sheet');
    return { x: (x - sheet.x) / sheet.width, y: (y - sheet.y) / sheet.height };
  };
  const expectSame = async (paper: Spot, spot: Spot) => {
    const sheet = await boxOf('.page-photo-sheet');
    const now = await onPaper(spot);
    expect(Math.abs(now.x - paper.x) * sheet.width).toBeLessThan(NEAR_PX);
    expect(Math.abs(now.y - paper.y) * sheet.height).toBeLessThan(NEAR_PX);
  };

  it('brings near what is under two fingers, and keeps it under them', async () => {
    const spot = await middleOf(await find('.viewer-pane'));
    const paper = await onPaper(spot);
    await pinch(app.page, spot, 80, 200);
    await zoomOf(2.5);
    await expectSame(paper, spot);
  });

  it('is pushed about by one finger once it is near: sideways, downwards and back', async () => {
    const pane = await boxOf('.viewer-pane');
    const spot = await middleOf(await find('.viewer-pane'));
    const before = await boxOf('.page-photo-sheet');
    const moved = async (by: Spot) => {
      const from = await boxOf('.page-photo-sheet');
      await drag(app.page, spot, by);
      const to = await boxOf('.page-photo-sheet');
      return { x: to.x - from.x, y: to.y - from.y };
    };
    const far = Math.round(pane.width / 4);
    const left = await moved({ x: -far, y: 0 });
    expect(left.x).toBeLessThan(-far / 2);
    expect(Math.abs(left.y)).toBeLessThan(NEAR_PX);
    const right = await moved({ x: far, y: 0 });
    expect(right.x).toBeGreaterThan(far / 2);
    const up = await moved({ x: 0, y: -40 });
    expect(up.y).toBeLessThan(-20);
    expect(Math.abs(up.x)).toBeLessThan(NEAR_PX);
    const down = await moved({ x: 0, y: 40 });
    expect(down.y).toBeGreaterThan(20);
    expect((await boxOf('.page-photo-sheet')).width).toBeCloseTo(before.width, 0);
  });

  it('keeps the boxes on their items and the strokes as they are', async () => {
    const { items, pages } = desk().homework;
    const { id, box } = items.find(({ verdict }) => verdict === 'wrong')!;
    const { width } = pages[0]!.picture;
    const sheet = await boxOf('.page-photo-sheet');
    const mark = await boxOf(`[id="mark-${id}"]`);
    expect(mark.width / sheet.width).toBeCloseTo(box.w / width, 2);
    expect((mark.x - sheet.x) / sheet.width).toBeCloseTo(box.x / width, 2);
    const stroke = await (
      await find(`[id="mark-${id}"]`)
    ).evaluate((element) => getComputedStyle(element, '::before').borderTopWidth);
    expect(stroke).toBe('2px');
  });

  it('shows nothing beyond the paper, whatever the fingers do', async () => {
    const spot = await middleOf(await find('.viewer-pane'));
    await pinch(app.page, spot, 40, 340);
    await zoomOf(4);
    await pinch(app.page, spot, 300, 30);
    await zoomOf(1);
    const [pane, sheet] = [await boxOf('.viewer-pane'), await boxOf('.page-photo-sheet')];
    expect(sheet.x).toBeGreaterThanOrEqual(pane.x - 1);
    expect(sheet.y).toBeLessThanOrEqual(pane.y + 1);
  });

  it('comes near at a double tap on the paper, and goes back at the next', async () => {
    // Between the edge of the paper and its first items.
    const pane = await boxOf('.viewer-pane');
    const spot = { x: pane.x + 12, y: pane.y + 90 };
    const paper = await onPaper(spot);
    await doubleTap(app.page, spot);
    await zoomOf(2.5);
    await eventually(
      () => 'the photo is not under the finger',
      async () => (Math.abs((await onPaper(spot)).y - paper.y) < 0.01 ? true : undefined),
    );
    await doubleTap(app.page, spot);
    await zoomOf(1);
  });

  it('goes to an item that is chosen from the list, also when it is enlarged', async () => {
    await app.tap('放大照片');
    await zoomOf(2.5);
    const rows = (await frameOf(app)).locator('.item-row');
    await rows.last().tap();
    await app.see('我读到的');
    const isInSight = async () => {
      const [pane, mark] = [await boxOf('.viewer-pane'), await boxOf('.mark.is-selected')];
      const middle = mark.y + mark.height / 2;
      return (
        middle > pane.y &&
        middle < pane.y + pane.height &&
        mark.x < pane.x + pane.width &&
        mark.x + mark.width > pane.x
      );
    };
    await eventually(
      () => 'the mark is out of sight',
      async () => ((await isInSight()) ? true : undefined),
    );
    await zoomOf(2.5);
    await app.tap('看整页');
    await zoomOf(1);
    await app.tap('全部题目');
  });

  it('opens an item from its mark', async () => {
    const mark = await find('.mark-wrong');
    await mark.tap();
    await app.see('再算一次');
  });

  it('met no error, and asked no more of the screen than it may', () => {
    expect(app.problems()).toEqual([]);
    if (app.target === 'weapp') expect(overFloor(app.report())).toEqual([]);
  });
}
