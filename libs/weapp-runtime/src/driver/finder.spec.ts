import { eventually } from './finder';

it('gives what is found at last, whatever failed before', async () => {
  let attempts = 0;
  const attempt = () => (++attempts < 3 ? Promise.reject(new Error('not yet')) : Promise.resolve(attempts));
  expect(await eventually(() => 'nothing', attempt, 5_000)).toBe(3);
});

it('says what was looked for, and why the last attempt failed', async () => {
  const attempt = () => Promise.reject(new Error('GET /homework/1: 500'));
  const search = eventually(() => 'the homework is not graded', attempt, 0);
  await expect(search).rejects.toThrow('the homework is not graded\nlast error: GET /homework/1: 500');
});

it('speaks of no error that was over at the end', async () => {
  let attempts = 0;
  const attempt = () =>
    ++attempts === 1 ? Promise.reject(new Error('just replaced')) : Promise.resolve(undefined);
  await expect(eventually(() => 'nothing', attempt, 60)).rejects.toThrow(/^nothing$/);
});
