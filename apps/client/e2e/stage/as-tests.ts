import { randomInt } from 'node:crypto';
import { listJourneys } from './list';
import { JOURNEY_MS, Stage, type Target } from './stage';

/** For the server to start before the first one. */
const START_MS = 120_000;

/** Every journey of the folder as one test. */
export function journeysAsTests(target: Target): void {
  const stage = new Stage();
  afterAll(() => stage.close(), 60_000);
  it.each(listJourneys())(
    '%s',
    async (name) => {
      const { failure } = await stage.play(target, name, randomInt(2 ** 31));
      if (failure !== null) throw new Error(failure);
    },
    START_MS + JOURNEY_MS,
  );
}
