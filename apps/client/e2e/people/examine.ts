import axe from 'axe-core';
import type { Frame, Page } from 'playwright-core';

/** A finger of a child, WCAG 2.5.5 and every platform's own advice. */
const TARGET_PX = 44;
/** Half a pixel is rounding. */
const SLACK_PX = 0.5;
const MAX_JUMPS = 0.01;

/** Rules that axe finds broken, with the first place of each. */
export async function violationsOf(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  return page.evaluate(async () => {
    const { violations } = await (window as unknown as { axe: typeof axe }).axe.run();
    return violations.map(({ id, nodes }) => `axe ${id}: ${nodes[0]?.html.slice(0, 160)}`);
  });
}

/**
 * Controls that a small finger can miss. The marks on a photo are left out: they are as large as the child's writing,
 * they grow when the photo is enlarged, and every item stands in the list below as a row of full height.
 */
export const smallTargets = (page: Page): Promise<string[]> =>
  page.evaluate(
    ([least, slack]) => {
      const controls = document.querySelectorAll<HTMLElement>(
        'button, a[href], input, textarea, [role="button"]',
      );
      return [...controls]
        .filter((one) => one.checkVisibility({ visibilityProperty: true }) && !one.classList.contains('mark'))
        .filter((one) => {
          const { width, height } = one.getBoundingClientRect();
          return width > 0 && (width < least - slack || height < least - slack);
        })
        .map((one) => {
          const { width, height } = one.getBoundingClientRect();
          const name = one.getAttribute('aria-label') ?? one.textContent;
          return `target ${name}: ${Math.round(width)} × ${Math.round(height)} px`;
        });
    },
    [TARGET_PX, SLACK_PX] as const,
  );

/** What sticks out of the screen, and text that its own box cuts. */
export const cutThings = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const found: string[] = [];
    const wide = document.documentElement.scrollWidth;
    if (wide > window.innerWidth) found.push(`${wide} px wide on a screen of ${window.innerWidth} px`);
    // A photo's pane, the strip of photos and a formula scroll, an icon is a mask, and what is for the ears only is cut on purpose.
    const isMeant = (element: Element) =>
      element.closest(
        '.pane, .strip, .visually-hidden, .katex-mathml, .md-formula, .icon, .crop, .progress-bar',
      ) !== null;
    const visible = [...document.querySelectorAll<HTMLElement>('.frame *')].filter(
      (element) => element.checkVisibility() && element.textContent?.trim() && !isMeant(element),
    );
    for (const element of visible) {
      const { overflowX, overflowY } = getComputedStyle(element);
      const isCutX =
        overflowX !== 'visible' && overflowX !== 'auto' && element.scrollWidth > element.clientWidth + 1;
      const isCutY =
        overflowY !== 'visible' && overflowY !== 'auto' && element.scrollHeight > element.clientHeight + 2;
      const isLeaf = ![...element.children].some((child) => child.textContent?.trim());
      const { left, right } = element.getBoundingClientRect();
      const isOutside = isLeaf && (right > window.innerWidth + 1 || left < -1);
      const text = element.textContent?.trim().slice(0, 20);
      if (isLeaf && element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 0)
        found.push(`too wide for its box: ${text}`);
      else if (isCutX || isCutY || isOutside) found.push(`cut: ${element.className} ${text}`);
    }
    return found;
  });

/** A page that fills the screen does not scroll: what hangs out of it below nobody can reach. */
export const outOfReach = (place: Frame | Page): Promise<string[]> =>
  place.evaluate(() =>
    [...document.querySelectorAll('.frame-fill .frame-main')]
      .filter((one) => one.checkVisibility() && one.scrollHeight > one.clientHeight + 1)
      .map(
        ({ scrollHeight, clientHeight }) =>
          `hangs out below: ${scrollHeight} px in a room of ${clientHeight} px`,
      ),
  );

/**
 * The end of a page that scrolls, where what stays at the bottom still lies over it when there is nothing more to
 * scroll. Behind an open sheet it is no matter.
 */
export const coveredEnd = (place: Frame | Page): Promise<string[]> =>
  place.evaluate(() => {
    if (document.querySelector('dialog[open], .sheet-layer')) return [];
    const seen = (element: Element) => element.checkVisibility({ visibilityProperty: true });
    const bottomOf = (element: Element) => element.getBoundingClientRect().bottom;
    return [...document.querySelectorAll('.frame:not(.frame-fill)')].filter(seen).flatMap((frame) => {
      const main = frame.querySelector('.frame-main');
      const scroller = frame.closest('.taro_page') ?? document.scrollingElement;
      if (!main || !scroller) return ['a frame without a main part or without a place to scroll in'];
      const before = scroller.scrollTop;
      scroller.scrollTop = scroller.scrollHeight;
      const [last] = [...main.querySelectorAll('*')]
        .filter((one) => one.childElementCount === 0 && seen(one) && !one.closest('.visually-hidden'))
        .sort((a, b) => bottomOf(b) - bottomOf(a));
      const faults: string[] = [];
      if (last) {
        const { left, width, bottom } = last.getBoundingClientRect();
        const over = document.elementFromPoint(left + width / 2, bottom - 1);
        const note = frame.querySelector('.lost-banner')?.getBoundingClientRect().top ?? Infinity;
        if (!over || !main.contains(over) || bottom > note)
          faults.push(`covered at the end: ${last.className} ${last.textContent?.slice(0, 20)}`);
      }
      scroller.scrollTop = before;
      return faults;
    });
  });

/** Layout shift since the page was opened. */
export async function jumpsOf(page: Page): Promise<string[]> {
  const { jumps, jumped } = await page.evaluate(() => {
    const { jumps, jumped } = window as unknown as { jumps: number; jumped?: string[] };
    return { jumps, jumped };
  });
  return jumps > MAX_JUMPS ? [`jumped by ${jumps.toFixed(3)}: ${jumped?.join(', ')}`] : [];
}

/** As the setting does, without going to it. */
export const setTextSize = (page: Page, size: 'standard' | 'largest'): Promise<void> =>
  page.evaluate((next) => {
    for (const frame of document.querySelectorAll('.frame'))
      frame.className = frame.className.replace(/text-(standard|large|largest)/, `text-${next}`);
  }, size);
