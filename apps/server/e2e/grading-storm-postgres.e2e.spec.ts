import { gradeThroughStorm } from './grading-storm';

describe('grading with the queue on PostgreSQL', () => {
  const seed = Date.now() % 100_000;

  it(`writes each page once while jobs are doubled and workers killed (seed ${seed})`, async () => {
    const { expected, actual, calmExit } = await gradeThroughStorm({ redis: false, kills: 5, seed });
    expect(actual).toEqual(expected);
    expect(calmExit).toBe(0);
  }, 300_000);
});
