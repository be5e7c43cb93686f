import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { coveredEnd, cutThings, jumpsOf, setTextSize, smallTargets, violationsOf } from './examine';
import { shootGallery } from './gallery-shots';
import { House } from './house';
import { inTurns } from './in-turns';
import { type Complain, OUT, SIZES } from './shooting';
import { bringTo, deviceOf, STATES } from './states';

/** How much of the page lies below the screen, px. */
const hiddenBelow = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const frames = [...document.querySelectorAll('.frame')].filter((one) => one.checkVisibility());
    return Math.max(0, ...frames.map(({ scrollHeight, clientHeight }) => scrollHeight - clientHeight));
  });

/** One moment at every size, what lies below the first screen, and once more in the largest letters. */
async function shoot(page: Page, name: string, complain: Complain): Promise<void> {
  complain(name, [...(await jumpsOf(page)), ...(await violationsOf(page)), ...(await smallTargets(page))]);
  const take = async (file: string) => {
    await page.waitForTimeout(80);
    complain(file, [...(await cutThings(page)), ...(await coveredEnd(page))]);
    await page.screenshot({ path: path.join(OUT, `${file}.png`) });
  };
  for (const size of SIZES) {
    await page.setViewportSize(size);
    await take(`${name}-${size.width}`);
  }
  await page.setViewportSize(SIZES[0]);
  const below = await hiddenBelow(page);
  if (below > 0) {
    await page.setViewportSize({ ...SIZES[0], height: SIZES[0].height + below });
    await take(`${name}-375-whole`);
    await page.setViewportSize(SIZES[0]);
  }
  await setTextSize(page, 'largest');
  await take(`${name}-375-largest`);
  await page.setViewportSize(SIZES[1]);
  complain(`${name}-320-largest`, [
    ...(await cutThings(page)),
    ...(await smallTargets(page)),
    ...(await coveredEnd(page)),
    ...(await violationsOf(page)),
  ]);
}

/** Pictures of every state and of the gallery, whose names contain `part`. Gives what is not as it must be. */
export async function takeShots(part: string): Promise<string[]> {
  await mkdir(OUT, { recursive: true });
  const complaints: string[] = [];
  const complain: Complain = (name, faults) => complaints.push(...faults.map((fault) => `${name}: ${fault}`));
  await shootGallery(part, complain);
  const chosen = STATES.filter(({ name }) => name.includes(part));
  if (chosen.length === 0) return complaints;
  const house = await House.open({ pixelRatio: 2 });
  try {
    await inTurns(chosen, async (state) => {
      const page = await house.tab(state.who ?? 'student', deviceOf(state));
      page.on('pageerror', (error) => complain(state.name, [error.message]));
      try {
        await bringTo(page, state, house.ids);
        await shoot(page, state.name, complain);
      } catch (error) {
        complain(state.name, [String(error).split('\n')[0] ?? '']);
        await page.screenshot({ path: path.join(OUT, `${state.name}-failed.png`) });
      }
      await page.close();
    });
  } finally {
    await house.close();
  }
  return complaints;
}
