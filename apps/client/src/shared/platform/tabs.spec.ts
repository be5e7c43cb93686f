import { tabs as browser } from './tabs.h5';
import type { Tabs } from './tabs.types';
import { tabs as miniProgram } from './tabs.weapp';

/** Work that says when it begins and ends, and ends when it is told to. */
const work = (name: string, said: string[]) => {
  let end = (_error?: Error): void => undefined;
  const ended = new Promise<void>((resolve, reject) => {
    end = (error) => (error ? reject(error) : resolve());
  });
  const run = async () => {
    said.push(`${name} begins`);
    await ended;
    said.push(`${name} ends`);
    return name;
  };
  return { run, end: (error?: Error) => end(error) };
};
const tick = () => new Promise((resolve) => setTimeout(resolve));

describe.each<[string, Tabs]>([
  ['a mini-program', miniProgram],
  ['a browser without locks', browser],
])('in %s', (_, { alone }) => {
  it('work of one name does not overlap', async () => {
    const said: string[] = [];
    const [first, second] = [work('first', said), work('second', said)];
    const done = [alone('photos', first.run), alone('photos', second.run)];
    await tick();
    expect(said).toEqual(['first begins']);
    first.end();
    second.end();
    expect(await Promise.all(done)).toEqual(['first', 'second']);
    expect(said).toEqual(['first begins', 'first ends', 'second begins', 'second ends']);
  });

  it('work of another name does not wait, and what fails holds up nobody', async () => {
    const said: string[] = [];
    const [first, second, other] = [work('first', said), work('second', said), work('other', said)];
    const failing = alone('photos', first.run);
    const next = alone('photos', second.run);
    const beside = alone('drafts', other.run);
    await tick();
    expect(said).toEqual(['first begins', 'other begins']);
    first.end(new Error('no room'));
    await expect(failing).rejects.toThrow('no room');
    second.end();
    other.end();
    expect(await Promise.all([next, beside])).toEqual(['second', 'other']);
  });
});

describe('a name that is held', () => {
  /** Locks of a browser, as far as they are asked for here: one that was let go is free a moment later. */
  const createLocks = () => {
    const holders = new Set<string>();
    return {
      request: async (name: string, _options: object, take: (lock: object | null) => Promise<void>) => {
        if (holders.has(name)) return take(null);
        holders.add(name);
        await take({ name });
        await tick();
        holders.delete(name);
      },
    };
  };
  const openTab = async (): Promise<Tabs> => {
    let opened: Tabs;
    await jest.isolateModulesAsync(async () => void (opened = (await import('./tabs.h5')).tabs));
    return opened!;
  };
  beforeEach(() => {
    Object.defineProperty(navigator, 'locks', { configurable: true, value: createLocks() });
  });
  afterEach(() => void Reflect.deleteProperty(navigator, 'locks'));

  it("is no other tab's until it is let go", async () => {
    const [here, there] = [await openTab(), await openTab()];
    expect([await here.hold('draft'), await here.hold('draft'), await there.hold('draft')]).toEqual([
      true,
      true,
      false,
    ]);
    await here.letGo('draft');
    expect([await there.hold('draft'), await here.hold('draft')]).toEqual([true, false]);
    await here.letGo('draft'); // it is not this one's
    expect(await here.hold('draft')).toBe(false);
    await there.letGo('draft');
    expect(await here.hold('draft')).toBe(true);
  });

  it('can be taken again at once', async () => {
    const here = await openTab();
    await here.hold('draft');
    await here.letGo('draft');
    expect(await here.hold('draft')).toBe(true);
  });

  it('is free for all where there are no locks', async () => {
    await miniProgram.letGo('draft');
    expect(await miniProgram.hold('draft')).toBe(true);
    Reflect.deleteProperty(navigator, 'locks');
    const here = await openTab();
    await here.hold('draft');
    await here.letGo('draft');
    expect(await here.hold('draft')).toBe(true);
  });
});

describe('in a browser with locks', () => {
  /** A tab that was put to sleep while it held the lock. */
  const beside = async (isAsleep: boolean): Promise<Tabs> => {
    const request: unknown = (
      _name: string,
      { signal }: { signal: AbortSignal },
      begin: () => Promise<unknown>,
    ) =>
      isAsleep
        ? new Promise((_, reject) => {
            signal.addEventListener('abort', () => reject(new DOMException('too long', 'AbortError')));
          })
        : begin();
    Object.defineProperty(navigator, 'locks', { configurable: true, value: { request } });
    let opened: Tabs;
    await jest.isolateModulesAsync(async () => void (opened = (await import('./tabs.h5')).tabs));
    return opened!;
  };
  beforeEach(() => void jest.useFakeTimers());
  afterEach(() => {
    jest.useRealTimers();
    Reflect.deleteProperty(navigator, 'locks');
  });

  it('does not wait for ever for a tab that sleeps', async () => {
    const { alone } = await beside(true);
    const done = jest.fn(async () => 'done');
    const working = alone('refresh', done, 12_000);
    await jest.advanceTimersByTimeAsync(11_000);
    expect(done).not.toHaveBeenCalled();
    await jest.advanceTimersByTimeAsync(2_000);
    await expect(working).resolves.toBe('done');
  });

  it('does work that takes its time once, and tells how it failed', async () => {
    const { alone } = await beside(false);
    const slow = jest.fn(
      () => new Promise((_, reject) => setTimeout(() => reject(new Error('no room')), 20_000)),
    );
    const working = expect(alone('photos', slow, 12_000)).rejects.toThrow('no room');
    await jest.advanceTimersByTimeAsync(30_000);
    await working;
    expect(slow).toHaveBeenCalledTimes(1);
  });
});
