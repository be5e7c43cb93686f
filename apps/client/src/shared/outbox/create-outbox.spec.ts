import { EMPTY, offline, payloads, sendsTo, start } from '../../testing/outbox';
import { ApiError } from '../http/api-error';

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

it('sends at once, tells the result, and keeps nothing', async () => {
  const { outbox, store, said, released } = start();
  const { tried } = outbox.add('thing', '1');
  expect(outbox.state().waiting).toHaveLength(1);
  await expect(tried).resolves.toEqual({ status: 'sent', result: 'done' });
  expect(outbox.state()).toEqual(EMPTY);
  expect(store.names('')).toEqual([]);
  expect(said).toEqual([['home']]);
  expect(released).toEqual(['1']);
});

it('keeps what cannot be sent, over a restart, and sends it then in order, under the same keys', async () => {
  const first = start(undefined, async () => Promise.reject(offline));
  const made = ['1', '2', '3'].map((payload) => first.outbox.add('thing', payload));
  for (const { tried } of made) await expect(tried).resolves.toEqual({ status: 'waiting', error: offline });
  expect(first.outbox.state().problem).toBe(offline);

  const sent: string[] = [];
  const second = start(first.store, sendsTo(sent));
  await second.outbox.flush();
  expect(sent).toEqual(made.map(({ id }, index) => `${index + 1} ${id}`));
  expect(second.outbox.state().waiting).toEqual([]);
});

it('does not overtake: what waits in a lane holds back the rest of it, and no other lane', async () => {
  const sent: string[] = [];
  const { outbox } = start(undefined, async (entry) => {
    if (entry.kind === 'thing') throw offline;
    sent.push(entry.payload);
  });
  outbox.add('thing', '1');
  outbox.add('thing', '2');
  await outbox.add('other', '3').tried;
  await outbox.flush();
  expect(sent).toEqual(['3']);
  expect(payloads(outbox.state().waiting)).toEqual(['1', '2']);
});

it('tries a lane again that waits, also when another lane had its turn after it', async () => {
  const sent: string[] = [];
  let online = false;
  const { outbox } = start(undefined, async (entry) => {
    if (entry.kind === 'thing' && !online) throw offline;
    await new Promise((resolve) => setTimeout(resolve, 10)); // the other lane ends later
    sent.push(entry.payload);
  });
  outbox.add('thing', '1');
  outbox.add('other', '2');
  await jest.advanceTimersByTimeAsync(100);
  expect(sent).toEqual(['2']);
  expect(outbox.state().problem).toBe(offline);
  online = true;
  await jest.advanceTimersByTimeAsync(60_000);
  expect(sent).toEqual(['2', '1']);
  expect(outbox.state()).toEqual(EMPTY);
});

it('tries again by itself, later and later', async () => {
  let tries = 0;
  const { outbox } = start(undefined, async () => {
    tries += 1;
    throw offline;
  });
  await outbox.add('thing', '1').tried;
  await jest.advanceTimersByTimeAsync(1_900);
  expect(tries).toBe(1);
  await jest.advanceTimersByTimeAsync(2_200);
  expect(tries).toBe(2);
  await jest.advanceTimersByTimeAsync(600_000);
  expect(tries).toBeGreaterThan(10);
  expect(tries).toBeLessThan(60);
});

it('sets aside what the server refuses, goes on with the rest, and sends it again only when asked to', async () => {
  const sent: string[] = [];
  let refusing = true;
  const { outbox, released } = start(undefined, async ({ payload }) => {
    if (payload === '1' && refusing)
      throw new ApiError('CONSENT_REQUIRED', 'no', { status: 403, requestId: 'r1' });
    sent.push(payload);
  });
  const first = outbox.add('thing', '1');
  await outbox.add('thing', '2').tried;
  await expect(first.tried).resolves.toMatchObject({ status: 'refused' });
  expect(sent).toEqual(['2']);
  expect(outbox.state().refused).toMatchObject([{ refused: { code: 'CONSENT_REQUIRED', requestId: 'r1' } }]);
  expect(released).toEqual(['2']);
  await outbox.flush();
  expect(sent).toEqual(['2']);

  refusing = false;
  await outbox.sendAgain(first.id);
  expect(sent).toEqual(['2', '1']);
  expect(outbox.state().refused).toEqual([]);
});

it('keeps the order over an outage, and gives up a write over which the server breaks down for half a day', async () => {
  const sent: string[] = [];
  const { outbox } = start(undefined, async ({ payload }) => {
    if (payload === '1') throw new ApiError('INTERNAL', 'down', { status: 500 });
    sent.push(payload);
  });
  await outbox.add('thing', '1').tried;
  await outbox.add('thing', '2').tried;
  await jest.advanceTimersByTimeAsync(10 * 3_600_000);
  expect(sent).toEqual([]);
  expect(payloads(outbox.state().waiting)).toEqual(['1', '2']);
  await jest.advanceTimersByTimeAsync(2 * 3_600_000);
  expect(payloads(outbox.state().refused)).toEqual(['1']);
  expect(sent).toEqual(['2']);
});

it('leaves a lane alone for as long as the server wishes, unless a person wants it now', async () => {
  let tries = 0;
  const { outbox } = start(undefined, async () => {
    tries += 1;
    throw new ApiError('RATE_LIMITED', 'slow down', { status: 429, retryAfterMs: 600_000 });
  });
  const { tried } = outbox.add('thing', '1');
  await expect(tried).resolves.toMatchObject({ status: 'waiting' });
  await expect(outbox.add('thing', '2').tried).resolves.toMatchObject({ error: { code: 'RATE_LIMITED' } });
  await jest.advanceTimersByTimeAsync(590_000);
  expect(tries).toBe(1);
  await jest.advanceTimersByTimeAsync(80_000);
  expect(tries).toBe(2);
  await outbox.sendNow();
  expect(tries).toBe(3);
});

it('keeps to its own backoff where the server seems to be there and takes nothing', async () => {
  let tries = 0;
  const { outbox } = start(undefined, async () => {
    tries += 1;
    throw offline;
  });
  await outbox.add('thing', '1').tried;
  await jest.advanceTimersByTimeAsync(3_600_000);
  const triesAlone = tries;
  for (let atMs = 0; atMs < 3_600_000; atMs += 2_000) {
    outbox.hurry();
    await jest.advanceTimersByTimeAsync(2_000);
  }
  expect(tries - triesAlone).toBeLessThan(2 * triesAlone + 60);
});

it('goes on from how far a write came', async () => {
  const first = start(undefined, async (_entry, { keep }) => {
    keep('half done');
    throw offline;
  });
  await first.outbox.add('thing', 'begun').tried;
  const sent: string[] = [];
  const second = start(first.store, sendsTo(sent));
  await second.outbox.flush();
  expect(sent[0]).toMatch(/^half done /);
});

it('forgets a write that is taken back while it is under way', async () => {
  const { outbox, store, released } = start(
    undefined,
    (_entry, { signal, keep }) =>
      new Promise((_, reject) => {
        signal.addEventListener('abort', () => {
          keep('too late');
          reject(new ApiError('CANCELLED', 'stopped'));
        });
      }),
  );
  const { id, tried } = outbox.add('thing', '1');
  await jest.advanceTimersByTimeAsync(0);
  outbox.drop(id);
  await expect(tried).resolves.toEqual({ status: 'dropped' });
  await jest.advanceTimersByTimeAsync(0);
  expect(store.names('')).toEqual([]);
  expect(released).toEqual(['1']);
  expect(outbox.state().problem).toBeNull();
});

it('takes back at the server what it may have already, under the same key and before what follows', async () => {
  const sent: string[] = [];
  let online = false;
  const { outbox } = start(undefined, async (entry) => {
    if (!online) throw offline;
    sent.push(`${entry.kind} ${entry.payload} ${entry.id}`);
  });
  outbox.register<string, void>('arrives', {
    lane: 'one',
    send: async () => Promise.reject(offline),
    changes: () => [],
    describe: (payload) => payload,
    undo: (payload) => (payload === 'out' ? { kind: 'thing', payload: 'undone' } : null),
  });
  const out = outbox.add('arrives', 'out');
  const inside = outbox.add('arrives', 'still here');
  const later = outbox.add('thing', 'later');
  await Promise.all([out.tried, inside.tried, later.tried]);
  expect([outbox.takeBack(out.id), outbox.takeBack(inside.id), outbox.takeBack('nothing')]).toEqual([
    true,
    false,
    false,
  ]);
  online = true;
  await outbox.sendNow();
  expect(sent).toEqual([`thing undone ${out.id}`, `thing later ${later.id}`]);
});

it("keeps one account's writes from another's session", async () => {
  const sent: string[] = [];
  let online = false;
  const { outbox, become } = start(undefined, async (entry) => {
    if (!online) throw offline;
    sent.push(entry.payload);
  });
  await outbox.add('thing', 'of a').tried;
  become('b');
  online = true;
  outbox.look();
  expect(outbox.state().waiting).toEqual([]);
  await outbox.flush();
  await outbox.add('thing', 'of b').tried;
  expect(sent).toEqual(['of b']);
  become('a');
  await outbox.flush();
  expect(sent).toEqual(['of b', 'of a']);
  become(null);
  expect(() => outbox.add('thing', 'of nobody')).toThrow('a write of nobody');
});

it('stops when the account changes in the middle of a run', async () => {
  const sent: string[] = [];
  const { outbox, become } = start(undefined, async ({ payload }) => {
    await Promise.resolve();
    sent.push(payload);
    become('b');
  });
  outbox.add('thing', '1');
  outbox.add('thing', '2');
  await jest.advanceTimersByTimeAsync(0);
  expect(sent).toEqual(['1']);
});

it('breaks off what is under way when its account leaves, and keeps it for that account', async () => {
  const { outbox, become, released } = start(
    undefined,
    (_entry, { signal }) =>
      new Promise((_, reject) => {
        signal.addEventListener('abort', () => reject(new ApiError('CANCELLED', 'stopped')));
      }),
  );
  const { tried } = outbox.add('thing', '1');
  await jest.advanceTimersByTimeAsync(0);
  become('b');
  outbox.look();
  await expect(tried).resolves.toMatchObject({ status: 'waiting' });
  expect(outbox.state()).toEqual(EMPTY);
  become('a');
  outbox.look();
  expect(payloads(outbox.state().waiting)).toEqual(['1']);
  expect(released).toEqual([]);
});

it('is the same write under the same id', async () => {
  const { outbox } = start(undefined, async () => Promise.reject(offline));
  await outbox.add('thing', '1', 'k').tried;
  await outbox.add('thing', '1', 'k').tried;
  expect(outbox.state().waiting).toHaveLength(1);
});

it('sends what is added in the moment when a run ends', async () => {
  const sent: string[] = [];
  const { outbox } = start(undefined, sendsTo(sent));
  void outbox.add('thing', '1').tried.then(() => outbox.add('thing', '2'));
  await jest.advanceTimersByTimeAsync(10);
  expect(sent.map((one) => one.slice(0, 1))).toEqual(['1', '2']);
});
