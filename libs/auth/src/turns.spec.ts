import { Turns } from './turns';

/** Work that ends when told to, and how much of it runs. */
function bench() {
  const ends: (() => void)[] = [];
  let running = 0;
  let most = 0;
  const work = async () => {
    most = Math.max(most, ++running);
    await new Promise<void>((resolve) => ends.push(resolve));
    running -= 1;
  };
  const finishOne = async () => {
    ends.shift()?.();
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { work, finishOne, running: () => running, most: () => most };
}

it('lets so many run at once and the rest in order', async () => {
  const turns = new Turns(2, 10);
  const { work, finishOne, running, most } = bench();
  const all = Promise.all(Array.from({ length: 5 }, () => turns.take(work)));
  for (let left = 5; left > 0; left--) {
    await new Promise((resolve) => setImmediate(resolve));
    expect(running()).toBe(Math.min(2, left));
    await finishOne();
  }
  await all;
  expect(most()).toBe(2);
});

it('gives the place of failed work to the next', async () => {
  const turns = new Turns(1, 10);
  await expect(turns.take(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
  await expect(turns.take(() => Promise.resolve('yes'))).resolves.toBe('yes');
});

it('sends away what would wait too long', async () => {
  const turns = new Turns(1, 1);
  const { work, finishOne } = bench();
  const first = turns.take(work);
  const second = turns.take(work);
  await expect(turns.take(work)).rejects.toMatchObject({ code: 'RATE_LIMITED', retryAfterSeconds: 1 });
  await finishOne();
  await finishOne();
  await Promise.all([first, second]);
});
