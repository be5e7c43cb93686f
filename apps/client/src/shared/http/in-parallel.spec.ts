import { inParallel } from './in-parallel';

const rest = () => new Promise<void>((resolve) => setTimeout(resolve, 1));

it('runs every task, never more than the limit at a time, and starts them in order', async () => {
  let running = 0;
  let most = 0;
  const started: number[] = [];
  const tasks = Array.from({ length: 7 }, (_, index) => async () => {
    started.push(index);
    most = Math.max(most, ++running);
    await rest();
    running -= 1;
  });
  await inParallel(2, tasks);
  expect(most).toBe(2);
  expect(started).toEqual([0, 1, 2, 3, 4, 5, 6]);
});

it('starts nothing new after a failure, lets the others end, and rejects with it', async () => {
  const ended: number[] = [];
  const tasks = [0, 1, 2, 3].map((index) => async () => {
    if (index === 0) throw new Error('cut');
    await rest();
    ended.push(index);
  });
  await expect(inParallel(2, tasks)).rejects.toThrow('cut');
  expect(ended).toEqual([1]);
});
