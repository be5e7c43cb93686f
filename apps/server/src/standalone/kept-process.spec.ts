import { KeptProcess, type Running } from './kept-process';

/** A process that ends when the test says so. */
class Scripted implements Running {
  end!: (how: string) => void;
  ended = new Promise<string>((resolve) => (this.end = resolve));
  stop = jest.fn(async () => this.end(''));
}

const told: string[] = [];
let started: Scripted[] = [];
let failures: string[] = [];

function keep(): KeptProcess<Scripted> {
  return new KeptProcess<Scripted>({
    name: 'The worker',
    start: () => {
      const failure = started.length > 0 && failures.shift();
      if (failure) throw new Error(failure);
      started.push(new Scripted());
      return started.at(-1)!;
    },
    onEnd: (how) => told.push(`ended: ${how}`),
    onRestart: () => told.push('restarted'),
    onGiveUp: (sentence) => told.push(`gave up: ${sentence}`),
  });
}

beforeEach(() => {
  jest.useFakeTimers();
  told.length = 0;
  started = [];
  failures = [];
});
afterEach(() => jest.useRealTimers());

const die = async (how: string, waitedMs = 5000) => {
  started.at(-1)!.end(how);
  await jest.advanceTimersByTimeAsync(waitedMs);
};

it('starts again what ended unasked', async () => {
  await keep().start();
  await die('SIGKILL');
  expect(told).toEqual(['ended: SIGKILL', 'restarted']);
  expect(started).toHaveLength(2);
});

it('gives up at the fifth end within a minute, and says how the last one was', async () => {
  await keep().start();
  for (const how of ['a', 'b', 'c', 'd', 'exit code 1']) await die(how);
  expect(told.at(-1)).toBe(
    'gave up: The worker ended 5 times within a minute, the last time with exit code 1',
  );
  expect(started).toHaveLength(5);
});

it('goes on for ever with ends that are far enough apart', async () => {
  await keep().start();
  for (let n = 0; n < 20; n++) await die('SIGKILL', 16_000);
  expect(started).toHaveLength(21);
});

it('counts a start that fails as an end', async () => {
  await keep().start();
  failures = ['no port', 'no port', 'no port', 'disk full'];
  await die('SIGKILL', 10_000);
  expect(told).toEqual([
    'ended: SIGKILL',
    'ended: no port',
    'ended: no port',
    'ended: no port',
    'gave up: The worker ended 5 times within a minute, the last time with disk full',
  ]);
});

it('leaves the failure of the first start to the caller', async () => {
  const kept = new KeptProcess<Scripted>({
    name: 'The worker',
    start: () => Promise.reject(new Error('no disk')),
    onEnd: (how) => told.push(how),
    onGiveUp: (sentence) => told.push(sentence),
  });
  await expect(kept.start()).rejects.toThrow('no disk');
  expect(told).toEqual([]);
});

it('does not start again what it was told to stop, even between an end and the next start', async () => {
  const kept = keep();
  await kept.start();
  await kept.stop();
  expect(told).toEqual([]);

  const other = keep();
  await other.start();
  await die('SIGKILL', 50);
  const stopped = other.stop();
  await jest.advanceTimersByTimeAsync(5000);
  await stopped;
  expect(told).toEqual(['ended: SIGKILL']);
  expect(started).toHaveLength(2);
});

it('ends a process whose start was under way when it was told to stop', async () => {
  let finishStart!: (running: Scripted) => void;
  const second = new Scripted();
  const starts = [
    Promise.resolve(new Scripted()),
    new Promise<Scripted>((resolve) => (finishStart = resolve)),
  ];
  const kept = new KeptProcess<Scripted>({
    name: 'PostgreSQL',
    start: () => starts.shift()!,
    onEnd: (how) => told.push(how),
    onGiveUp: (sentence) => told.push(sentence),
  });
  const first = await kept.start();
  first.end('SIGKILL');
  await jest.advanceTimersByTimeAsync(200);
  const stopped = kept.stop();
  finishStart(second);
  await stopped;
  expect(second.stop).toHaveBeenCalled();
});
