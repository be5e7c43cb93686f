import type { Locator, Page } from 'playwright-core';

export interface Spot {
  x: number;
  y: number;
}

const STEPS = 12;
/** A finger takes its time; so do the commits of a page that follows it. */
const STEP_MS = 40;

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** The middle of what is seen, in px of the screen. */
export async function middleOf(locator: Locator): Promise<Spot> {
  const box = await locator.boundingBox();
  if (!box) throw new Error('not on the screen');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** Two fingers, side by side around `at`, go apart from one distance to another. */
export async function pinch(page: Page, at: Spot, from: number, to: number): Promise<void> {
  const client = await page.context().newCDPSession(page);
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', apart?: number) =>
    client.send('Input.dispatchTouchEvent', {
      type,
      touchPoints:
        apart === undefined
          ? []
          : [
              { x: at.x - apart / 2, y: at.y, id: 0 },
              { x: at.x + apart / 2, y: at.y, id: 1 },
            ],
    });
  await touch('touchStart', from);
  await pause(STEP_MS);
  for (let step = 1; step <= STEPS; step++) {
    await touch('touchMove', from + ((to - from) * step) / STEPS);
    await pause(STEP_MS);
  }
  await touch('touchEnd');
  await client.detach();
}

/** One finger takes hold at `at` and goes so far, slowly enough not to fling. */
export async function drag(page: Page, at: Spot, by: Spot): Promise<void> {
  const client = await page.context().newCDPSession(page);
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', part?: number) =>
    client.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: part === undefined ? [] : [{ x: at.x + by.x * part, y: at.y + by.y * part, id: 0 }],
    });
  await touch('touchStart', 0);
  await pause(STEP_MS);
  for (let step = 1; step <= STEPS; step++) {
    await touch('touchMove', step / STEPS);
    await pause(STEP_MS);
  }
  await touch('touchMove', 1); // it rests before it is lifted
  await pause(STEP_MS * 3);
  await touch('touchEnd');
  await client.detach();
}

export async function doubleTap(page: Page, { x, y }: Spot): Promise<void> {
  await page.touchscreen.tap(x, y);
  await page.touchscreen.tap(x, y);
}
