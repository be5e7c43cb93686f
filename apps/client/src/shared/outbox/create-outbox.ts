import type { QueryKey } from '@tanstack/react-query';
import { ApiError } from '../http/api-error';
import { backoffMs } from '../http/backoff';
import { uuidv7 } from '../http/uuidv7';
import type { DeviceStore } from '../platform/device-store.types';
import { createEntries } from './entries';
import type { Entry, Kind, Outcome } from './entry';
import { fateAfter, MOST_BREAKDOWNS } from './fate';

const FIRST_WAIT_MS = 2_000;
const LONGEST_WAIT_MS = 60_000;

interface Options {
  store: DeviceStore;
  /** Whose writes are sent now; null while nobody is known. */
  owner(): string | null;
  /** Runs the work while no other tab runs work of this name. */
  alone<T>(name: string, work: () => Promise<T>): Promise<T>;
  /** Some writes arrived: these reads are old now. */
  onSent(changes: QueryKey[]): void;
}

export interface OutboxState {
  waiting: Entry[];
  refused: Entry[];
  /** What keeps them from being sent; null while nothing is known to. */
  problem: unknown;
}

export type Outbox = ReturnType<typeof createOutbox>;

/**
 * Writes that must not get lost: each is kept on the device before it is sent, and goes when the server has
 * answered. Sent again under the same key, whatever happened in between, it has its effect once.
 */
export const createOutbox = ({ store, owner, alone, onSent }: Options) => {
  const entries = createEntries(store);
  const kinds = new Map<string, Kind<unknown, unknown>>();
  const lanes = new Map<string, Promise<void>>();
  const underWay = new Map<string, { account: string; ending: AbortController }>();
  /** What holds a lane up, by its name. */
  const problems = new Map<string, unknown>();
  /** Who wants to hear of the first try, and who only of the end. */
  const asking = new Map<string, ((outcome: Outcome) => void)[]>();
  const waitingForEnd = new Map<string, ((outcome: Outcome) => void)[]>();
  const listeners = new Set<() => void>();
  let state: OutboxState = { waiting: [], refused: [], problem: null };
  /** Reads that grew old in this run; told once, at its end. */
  const changes = new Map<string, QueryKey>();
  let failures = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const all = () => {
    const account = owner();
    return account === null ? [] : entries.list(account);
  };
  const nameOf = (account: string, lane = '') => `outbox.${account}.${lane}`;
  const changed = () => {
    const now = all();
    const waiting = now.filter((entry) => !entry.refused);
    const waitsIn = new Set(waiting.map((entry) => nameOf(owner()!, kindOf(entry)?.lane)));
    for (const name of problems.keys()) if (!waitsIn.has(name)) problems.delete(name);
    const [problem = null] = problems.values();
    state = { waiting, refused: now.filter((entry) => entry.refused), problem };
    listeners.forEach((listener) => listener());
  };
  const settle = (id: string, outcome: Outcome) => {
    asking.get(id)?.forEach((tell) => tell(outcome));
    asking.delete(id);
    if (outcome.status === 'waiting') return;
    waitingForEnd.get(id)?.forEach((tell) => tell(outcome));
    waitingForEnd.delete(id);
  };
  const kindOf = (entry: Entry) => kinds.get(entry.kind);
  const waitingIn = (lane: string) => all().filter((one) => !one.refused && kindOf(one)?.lane === lane);
  const remove = (account: string, entry: Entry) => {
    entries.remove(account, entry.id);
    kindOf(entry)?.release?.(entry.payload);
  };

  const refuse = (account: string, entry: Entry, error: unknown) => {
    const { code, at } = error instanceof ApiError ? error : new ApiError('INTERNAL', String(error));
    entries.write(account, { ...entry, refused: { code, requestId: at.requestId } });
    settle(entry.id, { status: 'refused', error });
  };

  /** False when the lane has to wait. */
  const sendOne = async (account: string, given: Entry): Promise<boolean> => {
    const kind = kindOf(given)!;
    const name = nameOf(account, kind.lane);
    const ending = new AbortController();
    underWay.set(given.id, { account, ending });
    let entry = given;
    try {
      const result = await kind.send(entry, {
        signal: ending.signal,
        keep: (payload) => {
          entry = { ...entry, payload };
          // Not if it was taken back meanwhile, here or in another tab.
          if (entries.list(account).some(({ id }) => id === entry.id)) entries.write(account, entry);
        },
      });
      remove(account, entry);
      settle(entry.id, { status: 'sent', result });
      failures = 0;
      problems.delete(name);
      changed();
      for (const change of kind.changes(entry.payload)) changes.set(JSON.stringify(change), change);
      return true;
    } catch (error) {
      if (ending.signal.aborted) {
        // Dropped, then it is gone already; or left to the next time that its account is here.
        settle(entry.id, { status: 'waiting', error });
        return true;
      }
      const fate = fateAfter(error);
      const breakdowns = (entry.breakdowns ?? 0) + 1;
      if (fate === 'refuse' || (fate === 'count' && breakdowns >= MOST_BREAKDOWNS)) {
        refuse(account, entry, error);
        problems.delete(name);
        changed();
        return true;
      }
      if (fate === 'count') entries.write(account, { ...entry, breakdowns });
      problems.set(name, error);
      changed();
      return false;
    } finally {
      underWay.delete(given.id);
    }
  };

  /** Calls `leave` in the moment it decides to end: what comes after that starts another run. */
  const runLane = async (account: string, lane: string, leave: () => unknown): Promise<void> => {
    for (;;) {
      const next = owner() === account ? waitingIn(lane)[0] : undefined;
      if (next && (await sendOne(account, next))) continue;
      leave();
      if (changes.size > 0) onSent([...changes.values()]);
      changes.clear();
      if (next)
        for (const { id } of waitingIn(lane))
          settle(id, { status: 'waiting', error: problems.get(nameOf(account, lane)) });
      return;
    }
  };

  /** One run a lane at a time. */
  const sendLane = (account: string, lane: string): Promise<void> => {
    const name = nameOf(account, lane);
    const running = lanes.get(name);
    if (running) return running;
    const leave = () => lanes.delete(name);
    const run = Promise.resolve()
      .then(() => alone(name, () => runLane(account, lane, leave)))
      .finally(() => {
        if (lanes.get(name) === run) leave();
      });
    lanes.set(name, run);
    return run;
  };

  /** Another tab may have settled what was asked for here; its result stays there. */
  const hearOfOtherTabs = () => {
    const left = new Map(all().map((entry) => [entry.id, entry]));
    for (const id of [...asking.keys(), ...waitingForEnd.keys()]) {
      const refused = left.get(id)?.refused;
      if (!left.has(id)) settle(id, { status: 'sent' });
      else if (refused)
        settle(id, { status: 'refused', error: new ApiError(refused.code, 'refused', refused) });
    }
  };

  /** Sends what waits, now; what cannot be sent is tried again by itself. */
  const flush = async (): Promise<void> => {
    clearTimeout(timer);
    const account = owner();
    if (account === null) return;
    const names = new Set(all().flatMap((entry) => (entry.refused ? [] : (kindOf(entry)?.lane ?? []))));
    await Promise.all([...names].map((lane) => sendLane(account, lane)));
    if (owner() !== account) return;
    hearOfOtherTabs();
    changed();
    if (state.waiting.length === 0 || state.problem === null) return;
    failures += 1;
    clearTimeout(timer);
    const waitMs = backoffMs({ failures, baseMs: FIRST_WAIT_MS, capMs: LONGEST_WAIT_MS });
    timer = setTimeout(() => void flush(), FIRST_WAIT_MS + waitMs);
  };

  return {
    register: <Payload, Result>(name: string, kind: Kind<Payload, Result>): void =>
      void kinds.set(name, kind as Kind<unknown, unknown>),

    /** Kept from this moment on; being sent from the next. The same id again is the same write. */
    add: <Result>(
      kind: string,
      payload: unknown,
      id = uuidv7(),
    ): { id: string; tried: Promise<Outcome<Result>> } => {
      const account = owner();
      if (account === null) throw new ApiError('UNAUTHENTICATED', 'a write of nobody');
      const known = entries.list(account).find((entry) => entry.id === id);
      // One that was refused is what the person wishes again.
      if (!known || known.refused) entries.write(account, { id, kind, payload });
      const tried = new Promise<Outcome>((resolve) => {
        asking.set(id, [...(asking.get(id) ?? []), resolve]);
      });
      changed();
      void flush();
      return { id, tried: tried as Promise<Outcome<Result>> };
    },

    /** Resolves when it was sent, refused or dropped, however long that takes. */
    whenDone: <Result>(id: string): Promise<Outcome<Result>> =>
      new Promise<Outcome>((resolve) => {
        waitingForEnd.set(id, [...(waitingForEnd.get(id) ?? []), resolve]);
      }) as Promise<Outcome<Result>>,

    /** Takes a write back: what is under way is broken off, what is kept for it removed. */
    drop: (id: string): void => {
      const account = owner();
      const entry = all().find((one) => one.id === id);
      if (account === null || !entry) return;
      remove(account, entry);
      underWay.get(id)?.ending.abort();
      settle(id, { status: 'dropped' });
      changed();
    },

    /** A refused write is sent once more, e.g. after a parent has agreed. */
    sendAgain: (id: string): Promise<void> => {
      const account = owner();
      const entry = all().find((one) => one.id === id);
      if (account !== null && entry) {
        const { refused: _, breakdowns: __, ...again } = entry;
        entries.write(account, again);
      }
      changed();
      return flush();
    },

    /** All that is kept on this device, of every account, as text. */
    kept: (): string => entries.text(),

    describe: (entry: Entry): string => kindOf(entry)?.describe(entry.payload) ?? '',
    flush,
    state: () => state,
    /** The account or another tab changed something. What is under way for an account that left is broken off. */
    look: (): void => {
      const account = owner();
      for (const sending of underWay.values()) if (sending.account !== account) sending.ending.abort();
      changed();
    },
    subscribe: (listener: () => void): (() => void) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
};
