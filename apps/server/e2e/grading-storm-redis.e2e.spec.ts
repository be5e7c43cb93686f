import { gradeThroughStorm } from './grading-storm';

describe('grading with the queue on Redis', () => {
  const seed = Date.now() % 100_000;

  it(`writes each page once while jobs are doubled and workers killed (seed ${seed})`, async () => {
    const { expected, actual, calmExit } = await gradeThroughStorm({ redis: true, kills: 3, seed });
    expect(actual).toEqual(expected);
    expect(calmExit).toBe(0);
  }, 300_000);
});
