import { selfTest } from './self-test';

// The whole list is a command of its own; these three are of three kinds: template, logic, figures.
it('passes the sound fixture and catches broken ones', async () => {
  const { sound, results } = await selfTest(
    () => undefined,
    ['handler removed', 'bare localStorage', 'endless setData'],
  );
  expect(sound).toBeNull();
  expect(results.map(({ name, by }) => [name, by !== null])).toEqual([
    ['handler removed', true],
    ['bare localStorage', true],
    ['endless setData', true],
  ]);
}, 90_000);
