import { randomInt } from 'node:crypto';
import { listJourneys } from './list';
import { Stage, type Target } from './stage';

/** The server starts three times in some of them, on machines that do other work. */
const JOURNEY_MS = 300_000;

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
    JOURNEY_MS,
  );
}
