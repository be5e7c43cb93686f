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

  const all = nothing();
  const startedAt = Date.now();
  for (let round = 0; round < repeat; round++) {
    if (repeat > 1) say(`round ${round + 1} of ${repeat}`);
    // A server of its own for each round: what the rounds before left behind must not help or harm this one.
    const stage = new Stage();
    try {
      const outcomes = await Promise.all(
        targets.map((one) => playOn(stage, one, journeys, seed + round, say)),
      );
      for (const { played, passed, failed } of outcomes) {
        all.played.push(...played);
        all.passed += passed;
        all.failed += failed;
      }
    } finally {
      await stage.close();
    }
  }
  for (const line of inTable(all.played)) say(line);
  say(`in ${seconds(Date.now() - startedAt)}, seeds from ${seed}`);
  say(`${all.passed} passed, ${all.failed} failed`);
  return all.failed;
}

/** One journey after the other on one target. */
export async function playOn(
  stage: Pick<Stage, 'play'>,
  target: Target,
  journeys: string[],
  seed: number,
  say: (line: string) => void,
): Promise<Outcome> {
  const outcome = nothing();
  for (const name of journeys) {
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
  }
  return outcome;
}

/** Another one for each journey, because people are made of it: two journeys must not share a phone number. */
const seedOf = (target: Target, name: string, seed: number): number =>
  [...`${target} ${name}`].reduce((mixed, sign) => (Math.imul(mixed, 31) + sign.charCodeAt(0)) | 0, seed);

const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`;
