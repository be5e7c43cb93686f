import { randomInt } from 'node:crypto';
import { inTable } from './figures-table';
import { listJourneys } from './list';
import { type Played, Stage, type Target, targetsOf } from './stage';

export interface Wish {
  target?: string;
  repeat?: number;
  /** Of the first round; each further round adds one. */
  seed?: number;
  /** Parts of names; all journeys when empty. */
  names: string[];
}

interface Outcome {
  /** Passed or failed: figures over a floor belong to those that failed. */
  played: Played[];
  passed: number;
  failed: number;
}

/** A journey on a target. */
type Turn = Pick<Played, 'name' | 'target'>;

/** A journey waits half of its time: more at once only wait for each other on two cores. */
export const AT_ONCE = 2;

const nothing = (): Outcome => ({ played: [], passed: 0, failed: 0 });

/** Plays and tells of it line by line, the figures and the sum at the end. Returns how many failed. */
export async function playAll(
  { target, repeat = 1, seed = randomInt(2 ** 30), names }: Wish,
  say: (line: string) => void,
): Promise<number> {
  const targets = targetsOf(target);
  const journeys = listJourneys().filter(
    (name) => names.length === 0 || names.some((part) => name.includes(part)),
  );
  if (journeys.length === 0) throw new Error(`no journey of that name; there are ${listJourneys().join()}`);
  const turns = journeys.flatMap((name) => targets.map((one) => ({ name, target: one })));

  const all = nothing();
  const startedAt = Date.now();
  say(`seeds from ${seed}`);
  for (let round = 0; round < repeat; round++) {
    const roundAt = Date.now();
    // A server of its own for each round: what the rounds before left behind must not help or harm this one.
    const stage = new Stage();
    try {
      const { played, passed, failed } = await playTurns(stage, turns, seed + round, say);
      all.played.push(...played);
      all.passed += passed;
      all.failed += failed;
    } finally {
      await stage.close();
    }
    if (repeat > 1) say(`round ${round + 1} of ${repeat} in ${seconds(Date.now() - roundAt)}`);
  }
  for (const line of inTable(all.played)) say(line);
  say(`in ${seconds(Date.now() - startedAt)}`);
  say(`${all.passed} passed, ${all.failed} failed`);
  return all.failed;
}

/** A few at once, each on a phone of its own, begun in the order of `turns`. */
export async function playTurns(
  stage: Pick<Stage, 'play'>,
  turns: Turn[],
  seed: number,
  say: (line: string) => void,
): Promise<Outcome> {
  const outcome = nothing();
  const play = async ({ target, name }: Turn): Promise<void> => {
    const startedAt = Date.now();
    const told = (how: string) =>
      say(`${how}  ${target.padEnd(5)}  ${seconds(Date.now() - startedAt).padStart(7)}  ${name}`);
    const fail = (failure: string): void => {
      outcome.failed++;
      told('FAILED');
      say(failure);
    };
    try {
      const played = await stage.play(target, name, seedOf(target, name, seed));
      outcome.played.push(played);
      if (played.failure !== null) fail(played.failure);
      else {
        outcome.passed++;
        told('passed');
      }
    } catch (error) {
      fail(error instanceof Error ? error.message : String(error));
    }
  };
  const waiting = turns.values();
  const lane = async (): Promise<void> => {
    for (const turn of waiting) await play(turn);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
  return outcome;
}

/** Another one for each journey, because people are made of it: two journeys must not share a phone number. */
const seedOf = (target: Target, name: string, seed: number): number =>
  [...`${target} ${name}`].reduce((mixed, sign) => (Math.imul(mixed, 31) + sign.charCodeAt(0)) | 0, seed);

const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`;
