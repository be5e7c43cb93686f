import { Line, Turnstile } from './throttle';

const signal = (): AbortSignal => new AbortController().signal;

describe('a line', () => {
  beforeEach(() => void jest.useFakeTimers());
  afterEach(() => void jest.useRealTimers());
  const wait = (ms: number): Promise<void> => jest.advanceTimersByTimeAsync(ms);

  it('takes as long as its bytes need, shared by all on it', async () => {
    const line = new Line(() => 100_000);
    let passed = 0;
    for (let transfer = 0; transfer < 2; transfer++) void line.pass(20_000, signal()).then(() => passed++);
    await wait(399);
    expect(passed).toBe(1);
    await wait(1);
    expect(passed).toBe(2);
  });

  it('costs nothing without a limit, and is felt at once when the limit goes', async () => {
    let rate = 100;
    const line = new Line(() => rate);
    let passed = false;
    void line.pass(1_000_000, signal()).then(() => (passed = true));
    await wait(1_000);
    expect(passed).toBe(false);
    rate = 0;
    await wait(100);
    expect(passed).toBe(true);
  });

  it('lets an aborted transfer go', async () => {
    const controller = new AbortController();
    const passed = new Line(() => 1).pass(1_000, controller.signal);
    controller.abort();
    await expect(passed).resolves.toBeUndefined();
  });
});

describe('a turnstile', () => {
  it('lets the next one in when a place is free, in order, and forgets who gave up', async () => {
    const turnstile = new Turnstile(1);
    const inside: string[] = [];
    const enter = async (name: string, given = signal()): Promise<() => void> => {
      const leave = await turnstile.enter(given);
      inside.push(name);
      return leave;
    };
    const leaveFirst = await enter('first');
    const impatient = new AbortController();
    const second = enter('second', impatient.signal);
    const third = enter('third');
    impatient.abort();
    await expect(second).rejects.toThrow('abort');
    expect(inside).toEqual(['first']);
    leaveFirst();
    leaveFirst();
    const leaveThird = await third;
    const fourth = enter('fourth');
    expect(inside).toEqual(['first', 'third']);
    leaveThird();
    await fourth;
    expect(inside).toEqual(['first', 'third', 'fourth']);
  });
});
