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
