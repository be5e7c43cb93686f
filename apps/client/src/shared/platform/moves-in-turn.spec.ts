import { inTurn } from './moves-in-turn';

const to = (key: string) => ({ location: { key } });

const pause = () => new Promise((resolve) => setTimeout(resolve));

interface Gate {
  promise: Promise<void>;
  open(): void;
  fail(): void;
}

function gate(): Gate {
  const made = {} as Gate;
  made.promise = new Promise<void>((resolve, reject) => {
    made.open = resolve;
    made.fail = () => reject(new Error('no network'));
  });
  return made;
}

/** Starts at `home`. What is not held comes at once. */
function stage() {
  const told: string[] = [];
  const code = new Map<string, Gate>();
  let settling: Gate | undefined;
  const move = inTurn('home', {
    load: ({ location: { key } }) => code.get(key)?.promise ?? Promise.resolve(),
    render: async ({ location: { key } }) => {
      told.push(key);
      if (key === 'broken') throw new Error('broken page');
    },
    settled: () => settling?.promise ?? Promise.resolve(),
    giveUp: ({ location: { key } }) => told.push(`gave up ${key}`),
  });
  const holdCode = (key: string): Gate => {
    const held = gate();
    code.set(key, held);
    return held;
  };
  return { told, move, holdCode, holdSettling: () => (settling = gate()) };
}

it('shows one page after the other, also a page again', async () => {
  const { told, move } = stage();
  for (const key of ['list', 'item', 'list']) await move(to(key));
  expect(told).toEqual(['list', 'item', 'list']);
});

it('starts a move only when the one before has settled', async () => {
  const { told, move, holdSettling } = stage();
  const settling = holdSettling();
  const opened = move(to('list'));
  await pause();
  const left = move(to('home'));
  await pause();
  expect(told).toEqual(['list']);
  settling.open();
  await Promise.all([opened, left]);
  expect(told).toEqual(['list', 'home']);
});

it('shows nothing to someone who is back before anything was shown', async () => {
  const { told, move } = stage();
  await Promise.all([move(to('list')), move(to('home'))]);
  expect(told).toEqual([]);
});

it('does not open a page whose code comes when the person is elsewhere', async () => {
  const { told, move, holdCode } = stage();
  const code = holdCode('item');
  const opened = move(to('item'));
  await move(to('home'));
  await move(to('me'));
  code.open();
  await opened;
  expect(told).toEqual(['me']);
});

it('gives up a move whose code does not come, unless the person is elsewhere by then', async () => {
  const { told, move, holdCode } = stage();
  const [item, review] = [holdCode('item'), holdCode('review')];
  const opened = move(to('item'));
  item.fail();
  await opened;
  expect(told).toEqual(['gave up item']);

  const left = move(to('review'));
  await move(to('me'));
  review.fail();
  await left;
  expect(told).toEqual(['gave up item', 'me']);
});

it('goes on after a page that cannot be rendered', async () => {
  const { told, move } = stage();
  await expect(move(to('broken'))).rejects.toThrow('broken page');
  await move(to('home'));
  expect(told).toEqual(['broken', 'home']);
});
