import path from 'node:path';
import type { H5Driver, WeappDriver } from '@wuhao/weapp-runtime';
import axe from 'axe-core';

/** tmp/journeys: pictures of the last run, by target and moment. */
export const PICTURES = path.resolve(import.meta.dirname, '../../../../tmp/journeys');

const WIDTHS = [
  { width: 320, height: 640 },
  { width: 1024, height: 768 },
];

/** A picture of the moment; on H5 also what must hold at every moment: axe finds nothing, nothing sticks out sideways. */
export async function lookAt(app: H5Driver | WeappDriver, name: string): Promise<void> {
  await app.screenshot(path.join(PICTURES, app.target, `${name}.png`));
  if (app.target === 'h5') await examine(app, name);
}

async function examine({ page }: H5Driver, name: string): Promise<void> {
  const phone = page.viewportSize();
  for (const size of WIDTHS) {
    await page.setViewportSize(size);
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    if (width > size.width) throw new Error(`${name} is ${width} px wide on a screen of ${size.width} px`);
  }
  if (phone) await page.setViewportSize(phone);
  await page.evaluate(axe.source);
  const found = await page.evaluate(async () => {
    const { violations } = await (window as unknown as { axe: typeof axe }).axe.run();
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
  });
  if (found.length > 0) throw new Error(`axe on ${name}:\n${found.join('\n')}`);
}
