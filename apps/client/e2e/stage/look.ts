import path from 'node:path';
import type { H5Driver, WeappDriver } from '@wuhao/weapp-runtime';
import { outOfReach, smallTargets, violationsOf } from '../people/examine';
import { faultsOfControls } from '../people/weapp-controls';

/** tmp/journeys: pictures of the last run, by target and moment. */
export const PICTURES = path.resolve(import.meta.dirname, '../../../../tmp/journeys');

const WIDTHS = [
  { width: 320, height: 640 },
  { width: 1024, height: 768 },
];

/**
 * A picture of the moment, and what must hold at every moment: controls have names, the size of a finger and a place
 * on the screen; on H5 axe finds nothing and nothing sticks out sideways.
 */
export async function lookAt(app: H5Driver | WeappDriver, name: string): Promise<void> {
  await app.screenshot(path.join(PICTURES, app.target, `${name}.png`));
  if (app.target === 'h5') await examine(app, name);
  else {
    const frame = await app.topFrame();
    refuse(name, [...(await faultsOfControls(frame)), ...(await outOfReach(frame))]);
  }
}

async function examine({ page }: H5Driver, name: string): Promise<void> {
  const phone = page.viewportSize();
  for (const size of WIDTHS) {
    await page.setViewportSize(size);
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    if (width > size.width) throw new Error(`${name} is ${width} px wide on a screen of ${size.width} px`);
  }
  if (phone) await page.setViewportSize(phone);
  refuse(name, [...(await violationsOf(page)), ...(await smallTargets(page)), ...(await outOfReach(page))]);
}

function refuse(name: string, faults: string[]): void {
  if (faults.length > 0) throw new Error(`${name}:\n${faults.join('\n')}`);
}
