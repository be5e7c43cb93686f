import { createMemoryStore } from '../../testing/memory-store';
import { EMPTY, offline, payloads, sendsTo, start, type Send } from '../../testing/outbox';
import { ApiError } from '../http/api-error';
import type { Kind } from './entry';

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

it('shows what only another version of the app can send', async () => {
  const { outbox, store } = start();
  store.write('of.a.outbox.0', JSON.stringify({ id: '0', kind: 'of the future', payload: 'x' }));
  await outbox.flush();
  expect(outbox.state().refused).toMatchObject([{ id: '0', refused: { code: 'INTERNAL' } }]);
  expect(outbox.describe(outbox.state().refused[0]!)).toBeUndefined();
});

it('sorts what is made after what was kept, also when the clock was set back meanwhile', async () => {
  const first = start(undefined, async () => Promise.reject(offline));
  jest.setSystemTime(Date.UTC(2130, 0, 1));
  await first.outbox.add('thing', '1').tried;

  jest.setSystemTime(Date.UTC(2026, 0, 1));
  await jest.isolateModulesAsync(async () => {
    const { createOutbox: createAnew } = await import('./create-outbox');
    const sent: string[] = [];
    const kind = { lane: 'one', send: sendsTo(sent), changes: () => [], describe: () => '' };
    const second = createAnew({
      store: first.store,
      owner: () => 'a',
      alone: (_, work) => work(),
      onSent: () => undefined,
    });
    second.register('thing', kind);
    second.look();
    await second.add('thing', '2').tried;
    expect(sent.map((one) => one.slice(0, 1))).toEqual(['1', '2']);
  });
});

it('tells when another tab has sent it', async () => {
  const { outbox, store } = start(undefined, async () => {
    store.names('')!.forEach((name) => store.remove(name)); // the other tab was quicker
    throw offline;
  });
  await expect(outbox.add('thing', '1').tried).resolves.toEqual({ status: 'sent' });
});

it('sends once what the device will not remove', async () => {
  const sent: string[] = [];
  const { outbox } = start({ ...createMemoryStore(), remove: () => undefined }, sendsTo(sent));
  await outbox.add('thing', '1').tried;
  await outbox.flush();
  expect(sent).toHaveLength(1);
  expect(outbox.state()).toEqual(EMPTY);
});

describe('on a device that cannot be read once', () => {
  it.each(['names', 'read'] as const)(
    'takes nothing for sent by another tab where %s fails',
    async (part) => {
      const { outbox, store, said } = start(undefined, async () => Promise.reject(offline));
      const { id } = outbox.add('thing', '1');
      await jest.advanceTimersByTimeAsync(0);
      const ended = jest.fn();
      void outbox.whenDone(id).then(ended);
      const whole = store[part];
      store[part] = () => undefined;
      outbox.look();
      await jest.advanceTimersByTimeAsync(0);
      expect(ended).not.toHaveBeenCalled();
      expect(said).toEqual([]);
      expect(payloads(outbox.state().waiting)).toEqual(['1']);
      expect(outbox.kept()).toBeUndefined();
      store[part] = whole as typeof store.names & typeof store.read;
      outbox.drop(id);
      store[part] = () => undefined;
      outbox.look();
      expect(outbox.state()).toEqual(EMPTY);
    },
  );
});

describe('beside another tab', () => {
  const fail = (error: ApiError) => {
    throw error;
  };
  const twoTabs = (send?: Send) => {
    const here = start(undefined, send);
    return { here, there: start(here.store, async () => 'done') };
  };

  it('reads anew what became old by what the other one sent', async () => {
    const { here, there } = twoTabs(async () => Promise.reject(offline));
    await here.outbox.add('thing', '1').tried;
    const end = here.outbox.whenDone(here.outbox.state().waiting[0]!.id);
    await there.outbox.flush();
    here.outbox.look();
    expect(here.said).toEqual([['home']]);
    expect(here.outbox.state()).toEqual(EMPTY);
    await expect(end).resolves.toEqual({ status: 'sent' });
  });

  it('breaks off what the other one has taken back', async () => {
    const aborted: string[] = [];
    const { here, there } = twoTabs(
      ({ payload }, { signal, keep }) =>
        new Promise((_, reject) => {
          signal.addEventListener('abort', () => {
            aborted.push(payload);
            keep('too late');
            reject(new ApiError('CANCELLED', 'stopped'));
          });
        }),
    );
    const { id } = here.outbox.add('thing', '1');
    await jest.advanceTimersByTimeAsync(0);
    there.outbox.drop(id);
    here.outbox.look();
    await jest.advanceTimersByTimeAsync(0);
    expect(aborted).toEqual(['1']);
    expect(here.outbox.state()).toEqual(EMPTY);
    expect(here.store.names('')).toEqual([]);
  });

  it.each<[string, { hears: boolean; ends: (keep: () => void) => void }]>([
    ['hears of it and it arrived', { hears: true, ends: () => undefined }],
    ['hears of it later and it arrived', { hears: false, ends: () => undefined }],
    ['hears of it later and it came further', { hears: false, ends: (keep) => keep() }],
    ['hears of it later and it broke down', { hears: false, ends: () => fail(new ApiError('INTERNAL', '')) }],
    ['hears of it later and it is refused', { hears: false, ends: () => fail(new ApiError('GONE', '')) }],
  ])('leaves there what takes back what is being sent here: this one %s', async (_, { hears, ends }) => {
    const sent: string[] = [];
    const { here, there } = twoTabs(async ({ payload }) => void sent.push(payload));
    let end = (): void => undefined;
    const arrives: Kind<string, void> = {
      lane: 'one',
      send: async (_, { keep }) => {
        await new Promise<void>((resolve) => (end = resolve));
        ends(() => keep('further'));
      },
      changes: () => [],
      describe: () => '',
      undo: () => ({ kind: 'thing', payload: 'undone' }),
    };
    here.outbox.register('arrives', arrives);
    there.outbox.register('arrives', arrives);
    there.outbox.register<string, void>('thing', { ...arrives, send: async () => Promise.reject(offline) });
    const { id, tried } = here.outbox.add('arrives', 'out');
    await jest.advanceTimersByTimeAsync(0);
    expect(there.outbox.takeBack(id)).toBe(true);
    if (hears) here.outbox.look();
    expect(payloads(there.outbox.state().waiting)).toEqual(['undone']);
    end();
    await expect(tried).resolves.toEqual({ status: 'dropped' });
    await jest.advanceTimersByTimeAsync(0);
    expect(sent).toEqual(['undone']);
    expect(here.outbox.state()).toEqual(EMPTY);
  });
});

it('lives without a place on the device, as long as the app does', async () => {
  let online = false;
  const full = createMemoryStore(10);
  const sent: string[] = [];
  const { outbox } = start(full, async ({ payload }) => {
    if (!online) throw offline;
    sent.push(payload);
  });
  await outbox.add('thing', '1').tried;
  expect(payloads(outbox.state().waiting)).toEqual(['1']);
  expect(outbox.state().isKept).toBe(false);
  online = true;
  await outbox.flush();
  expect(sent).toEqual(['1']);
  expect(outbox.state()).toEqual(EMPTY);
});

it('gives up what was read where that makes room for what was written', async () => {
  const store = createMemoryStore(300);
  store.write('of.a.reads', 'x'.repeat(290));
  const { outbox } = start(store, async () => Promise.reject(offline));
  await outbox.add('thing', '1').tried;
  expect(outbox.state().isKept).toBe(true);
  expect(store.read('of.a.reads')).toBeNull();
});

it('is there once where the device has room for how it was and not for how it is now', async () => {
  const store = createMemoryStore(100);
  const sent: string[] = [];
  let refusing = true;
  const { outbox } = start(store, async ({ payload }) => {
    if (refusing) throw new ApiError('CONSENT_REQUIRED', 'no', { status: 403, requestId: 'r'.repeat(100) });
    sent.push(payload);
  });
  const { id, tried } = outbox.add('thing', '1');
  await expect(tried).resolves.toMatchObject({ status: 'refused' });
  expect(payloads(outbox.state().refused)).toEqual(['1']);
  expect(outbox.state().waiting).toEqual([]);
  refusing = false;
  await outbox.sendAgain(id);
  expect(sent).toEqual(['1']);
  expect(store.names('')).toEqual([]);
});
