import type { Frame, Locator, Page } from 'playwright-core';
import type { Finding } from './vocabulary';

type Place = Frame | Page | Locator;

/** Between two looks; longer from look to look, because looking takes from what is waited for. */
const PAUSE_MS = { first: 50, most: 250, growth: 1.2 };
const DEFAULT_TIMEOUT_MS = 20_000;
const BUTTONS = 'wx-button, taro-button-core, button, [role="button"], [role="tab"], [role="link"], a';

const visible = (locator: Locator): Locator => locator.locator('visible=true');

const escapeForRegExp = (text: string): RegExp =>
  new RegExp(`^\\s*${text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}\\s*$`);

const quoted = (text: string): string => text.replace(/["\\]/g, '\\$&');

/** From the surest to the loosest reading of a label. */
const readings = (place: Place, label: string): Locator[] => [
  place.locator(BUTTONS).filter({ hasText: escapeForRegExp(label) }),
  place.locator(`[aria-label="${quoted(label)}"]`),
  place.getByText(label, { exact: true }),
  place.getByRole('img', { name: label, exact: true }),
  place.getByText(label),
];

/** The native field itself: a built-in of the platform repeats the attributes of the field inside it. */
const fieldWith = (attribute: string): string => `:is(input, textarea)${attribute}`;

const fieldReadings = (place: Place, label: string): Locator[] => [
  place.locator(fieldWith(`[placeholder="${quoted(label)}"]`)),
  place.locator(fieldWith(`[aria-label="${quoted(label)}"]`)),
  place.locator(`[aria-label="${quoted(label)}"] :is(input, textarea)`),
  place
    .getByLabel(label, { exact: true })
    .locator('visible=true')
    .and(place.locator(fieldWith(''))),
  place.locator(fieldWith(`[placeholder*="${quoted(label)}"]`)),
];

/** Tries again until it succeeds or the time is over; the error then says what was looked for and what failed last. */
export async function eventually<T>(
  describe: () => Promise<string> | string,
  attempt: () => Promise<T | undefined>,
  timeoutMs = DEFAULT_TIMEOUT_MS,
): Promise<T> {
  const until = Date.now() + timeoutMs;
  for (let pauseMs = PAUSE_MS.first; ; pauseMs = Math.min(PAUSE_MS.most, pauseMs * PAUSE_MS.growth)) {
    let cause: unknown;
    // A page that is just being replaced cannot be asked; the next attempt meets the new one.
    const found = await attempt().catch((error: unknown) => void (cause = error));
    if (found !== undefined) return found;
    if (Date.now() > until) {
      const reason =
        cause === undefined ? '' : `\nlast error: ${cause instanceof Error ? cause.message : String(cause)}`;
      throw new Error((await describe()) + reason, { cause });
    }
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
  }
}

/** A sure reading in any place goes before a loose one in the first. */
async function pick(
  places: Place[],
  read: (place: Place) => Locator[],
  nth: number,
): Promise<Locator | undefined> {
  const byPlace = places.map(read);
  for (let sureness = 0; sureness < (byPlace[0]?.length ?? 0); sureness++)
    for (const readings of byPlace) {
      const found = visible(readings[sureness] as Locator);
      if ((await found.count()) > nth) return found.nth(nth);
    }
  return undefined;
}

export const findLabel = (
  places: Place[],
  label: string,
  { nth = 0 }: Finding = {},
): Promise<Locator | undefined> => pick(places, (place) => readings(place, label), nth);

export const findField = (places: Place[], label: string): Promise<Locator | undefined> =>
  pick(places, (place) => fieldReadings(place, label), 0);

export async function isSeen(places: Place[], text: string, nth = 0): Promise<boolean> {
  for (const place of places) {
    if ((await visible(place.getByText(text)).count()) > nth) return true;
    if ((await visible(place.locator(`[aria-label*="${quoted(text)}"]`)).count()) > nth) return true;
    if ((await visible(place.getByPlaceholder(text)).count()) > nth) return true;
    if ((await visible(place.getByAltText(text)).count()) > nth) return true;
  }
  return false;
}
