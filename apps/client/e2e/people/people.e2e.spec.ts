import type { Page } from 'playwright-core';
import { coveredEnd, cutThings, jumpsOf, setTextSize, smallTargets, violationsOf } from './examine';
import { House } from './house';
import { inTurns } from './in-turns';
import { keyboardTests } from './keyboard-tests';
import { movingTests } from './moving-tests';
import { bringTo, deviceOf, type State, STATES } from './states';

const SMALL = { width: 320, height: 640 };

/** Everything that is not as it must be: on a phone, then on the smallest screen with the largest letters. */
async function examine(page: Page): Promise<string[]> {
  const faults = [...(await jumpsOf(page)), ...(await violationsOf(page)), ...(await smallTargets(page))];
  await page.setViewportSize(SMALL);
  await setTextSize(page, 'largest');
  return [...faults, ...(await cutThings(page)), ...(await smallTargets(page)), ...(await coveredEnd(page))];
}

let house: House;
const faults = new Map<string, string[]>();

async function visit(state: State): Promise<void> {
  const page = await house.tab(state.who ?? 'student', deviceOf(state));
  try {
    await bringTo(page, state, house.ids);
    faults.set(state.name, await examine(page));
  } catch (error) {
    faults.set(state.name, [String(error)]);
  } finally {
    await page.close();
  }
}

beforeAll(async () => {
  house = await House.open();
}, 120_000);
afterAll(() => house?.close(), 60_000);

const EXAMINED = STATES.filter(({ inPicturesOnly }) => !inPicturesOnly);

describe('looked at', () => {
  beforeAll(() => inTurns(EXAMINED, visit), 1_200_000);

  it.each(EXAMINED.map(({ name }) => name))('finds nothing wrong with %s', (name) => {
    expect(faults.get(name)).toEqual([]);
  });
});

describe('with the keyboard', () => keyboardTests(() => house));

describe('moving', () => movingTests(() => house));
