import type { QueryKey } from '@tanstack/react-query';
import { ApiError } from '../http/api-error';
import { backoffMs } from '../http/backoff';
import { continueAfter, uuidv7 } from '../http/uuidv7';
import type { DeviceStore } from '../platform/device-store.types';
import { createEntries } from './entries';
import type { Entry, Kind, Outcome } from './entry';
import { countBreakdown, fateAfter, wishedWaitMs } from './fate';
import { createOutcomes } from './outcomes';

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
  /** Else some of them live only as long as the app does: the device has no room. */
  isKept: boolean;
}

/** What holds a lane up, and how long the server wishes it to. */
interface HeldUp {
  error: unknown;
  untilMs: number;
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
  /** By the lane's name. */
  const heldUp = new Map<string, HeldUp>();
  const outcomes = createOutcomes();
  const { settle } = outcomes;
  const listeners = new Set<() => void>();
  let state: OutboxState = { waiting: [], refused: [], problem: null, isKept: true };
  /** Whose entries `state` shows. */
  let shownFor: string | null = null;
  /** Taken off the device here, so not by another tab. */
  const removedHere = new Set<string>();
  /** Reads that grew old in this run; told once, at its end. */
  const changes = new Map<string, QueryKey>();
  let failures = 0;
  let hurriedAtMs = -Infinity;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const all = () => {
    const account = owner();
    return account === null ? [] : entries.list(account);
  };
  const nameOf = (account: string, lane = '') => `outbox.${account}.${lane}`;
  const kindOf = (entry: Entry) => kinds.get(entry.kind);
  const noteChanges = (entry: Entry) => {
    for (const change of kindOf(entry)?.changes(entry.payload) ?? [])
      changes.set(JSON.stringify(change), change);
  };
  const tellChanges = () => {
    const told = [...changes.values()];
    changes.clear();
    if (told.length > 0) onSent(told);
  };

  /** What another tab has sent, taken back or set aside; its results stay there. */
  const hearOfOtherTabs = (now: Map<string, Entry>) => {
    for (const entry of [...state.waiting, ...state.refused]) {
      const { id } = entry;
      const there = now.get(id);
      const isStill = there?.kind === entry.kind;
      if (isStill && there.refused) {
        const error = new ApiError(there.refused.code, 'refused', there.refused);
        settle(id, { status: 'refused', error });
      }
      if (isStill || removedHere.has(id)) continue;
      underWay.get(id)?.ending.abort();
      // In its place is what takes it back.
      settle(id, { status: there ? 'dropped' : 'sent' });
      noteChanges(entry);
    }
  };
  const changed = () => {
    const account = owner();
    const now = all();
    if (account === shownFor) hearOfOtherTabs(new Map(now.map((entry) => [entry.id, entry])));
    else if (now.length > 0) continueAfter(now[now.length - 1]!.id);
    shownFor = account;
    removedHere.clear();
    const waiting = now.filter((entry) => !entry.refused);
    const waitsIn = new Set(waiting.map((entry) => nameOf(account!, kindOf(entry)?.lane)));
    for (const name of heldUp.keys()) if (!waitsIn.has(name)) heldUp.delete(name);
    const [held] = heldUp.values();
    state = {
      waiting,
      refused: now.filter((entry) => entry.refused),
      problem: held?.error ?? null,
      isKept: waiting.every((entry) => entries.isKept(account!, entry)),
    };
    listeners.forEach((listener) => listener());
    // A run tells of its own changes at its end.
    if (lanes.size === 0) tellChanges();
  };

  const waitingIn = (lane: string) => all().filter((one) => !one.refused && kindOf(one)?.lane === lane);
  const remove = (account: string, entry: Entry) => {
    removedHere.add(entry.id);
    entries.remove(account, entry.id);
    kindOf(entry)?.release?.(entry.payload);
  };

  const refuse = (account: string, entry: Entry, error: unknown) => {
    const { code, at } = error instanceof ApiError ? error : new ApiError('INTERNAL', String(error));
    entries.update(account, { ...entry, refused: { code, requestId: at.requestId } });
    settle(entry.id, { status: 'refused', error });
  };
  /** An older version of the app cannot send what a newer one kept: it is seen at least. */
  const refuseUnknown = (account: string) => {
    for (const entry of all())
      if (!entry.refused && !kindOf(entry)) refuse(account, entry, new Error(`no kind ${entry.kind}`));
  };

  /** False when the lane has to wait. */
  const sendOne = async (account: string, given: Entry): Promise<boolean> => {
    const kind = kindOf(given)!;
    const name = nameOf(account, kind.lane);
    const ending = new AbortController();
    underWay.set(given.id, { account, ending });
    let entry = given;
    /** Taken back in another tab, of which nothing may have been heard here yet. */
    const endIfReplaced = () => {
      if (!entries.isReplaced(account, entry)) return;
      ending.abort();
      settle(entry.id, { status: 'dropped' });
    };
    try {
      const sending = kind.send(entry, {
        signal: ending.signal,
        keep: (payload) => {
          endIfReplaced();
          if (ending.signal.aborted) return; // by now another write may have its id
          entry = { ...entry, payload };
          entries.update(account, entry);
          changed();
        },
      });
      const result = await sending.finally(endIfReplaced);
      if (ending.signal.aborted) throw new ApiError('CANCELLED', 'taken back as it arrived');
      remove(account, entry);
      settle(entry.id, { status: 'sent', result });
      failures = 0;
      heldUp.delete(name);
      changed();
      noteChanges(entry);
      return true;
    } catch (error) {
      if (ending.signal.aborted) {
        // Dropped, then it is gone already; or left to the next time that its account is here.
        settle(entry.id, { status: 'waiting', error });
        return true;
      }
      const fate = fateAfter(error);
      const breakdowns = fate === 'count' ? countBreakdown(entry.breakdowns, Date.now()) : undefined;
      if (fate === 'refuse' || breakdowns === null) {
        refuse(account, entry, error);
        heldUp.delete(name);
        changed();
        return true;
      }
      if (breakdowns && breakdowns !== entry.breakdowns) entries.update(account, { ...entry, breakdowns });
      heldUp.set(name, { error, untilMs: Date.now() + wishedWaitMs(error) });
      changed();
      return false;
    } finally {
      underWay.delete(given.id);
    }
  };

  /** Calls `leave` in the moment it decides to end: what comes after that starts another run. */
  const runLane = async (account: string, lane: string, leave: () => unknown): Promise<void> => {
    const name = nameOf(account, lane);
    for (;;) {
      const next = owner() === account ? waitingIn(lane)[0] : undefined;
      const mayBeSent = next && Date.now() >= (heldUp.get(name)?.untilMs ?? 0);
      if (mayBeSent && (await sendOne(account, next))) continue;
      leave();
      tellChanges();
      if (next)
        for (const { id } of waitingIn(lane))
          settle(id, { status: 'waiting', error: heldUp.get(name)?.error });
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

  /** Sends what waits, as far as the server wishes to be asked now; what cannot be sent is tried again by itself. */
  const flush = async (): Promise<void> => {
    clearTimeout(timer);
    const account = owner();
    if (account === null) return;
    refuseUnknown(account);
    const names = new Set(all().flatMap((entry) => (entry.refused ? [] : (kindOf(entry)?.lane ?? []))));
    await Promise.all([...names].map((lane) => sendLane(account, lane)));
    if (owner() !== account) return;
    changed();
    if (state.waiting.length === 0 || state.problem === null) return;
    failures += 1;
    clearTimeout(timer);
    const waitMs = backoffMs({ failures, baseMs: FIRST_WAIT_MS, capMs: LONGEST_WAIT_MS });
    timer = setTimeout(() => void flush(), FIRST_WAIT_MS + waitMs);
  };

  /** A person's wish: it does not wait for as long as the server would like. */
  const sendNow = (): Promise<void> => {
    for (const held of heldUp.values()) held.untilMs = 0;
    return flush();
  };

  /** Kept from this moment on; being sent from the next. The same id again is the same write. */
  const add = <Result>(
    kind: string,
    payload: unknown,
    id = uuidv7(),
  ): { id: string; tried: Promise<Outcome<Result>> } => {
    const account = owner();
    if (account === null) throw new ApiError('UNAUTHENTICATED', 'a write of nobody');
    const known = entries.list(account).find((entry) => entry.id === id);
    // One that was refused is what the person wishes again.
    if (!known || known.refused) entries.write(account, { id, kind, payload });
    const tried = outcomes.firstTry(id);
    changed();
    void flush();
    return { id, tried: tried as Promise<Outcome<Result>> };
  };

  /** Forgets a write: what is under way is broken off, what is kept for it removed. */
  const drop = (id: string): void => {
    const account = owner();
    const entry = all().find((one) => one.id === id);
    if (account === null || !entry) return;
    remove(account, entry);
    underWay.get(id)?.ending.abort();
    settle(id, { status: 'dropped' });
    changed();
  };

  return {
    register: <Payload, Result>(name: string, kind: Kind<Payload, Result>): void =>
      void kinds.set(name, kind as Kind<unknown, unknown>),

    add,

    /** Resolves when it was sent, refused or dropped, however long that takes. */
    whenDone: <Result>(id: string): Promise<Outcome<Result>> => outcomes.end(id) as Promise<Outcome<Result>>,

    drop,

    /**
     * Drops a write that the person does not want any more. Gives true when the server may have it already: it is taken
     * back there, too, under the same key and before later ones of its lane.
     */
    takeBack: (id: string): boolean => {
      const entry = all().find((one) => one.id === id);
      if (!entry) return false;
      drop(id);
      const undo = entry.refused ? null : (kindOf(entry)?.undo?.(entry.payload) ?? null);
      if (undo) add(undo.kind, undo.payload, id);
      return undo !== null;
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
      return sendNow();
    },

    flush,
    sendNow,
    /**
     * The server seems to be there again. Once a minute at most: that it is well does not mean that this gets
     * through to it, and the outbox keeps to a backoff of its own.
     */
    hurry: (): void => {
      if (Date.now() - hurriedAtMs < LONGEST_WAIT_MS) return;
      hurriedAtMs = Date.now();
      void flush();
    },

    /** All that is kept on this device, of every account, as text; undefined where the device could not be read. */
    kept: (): string | undefined => entries.text(),

    describe: (entry: Entry): string | undefined => kindOf(entry)?.describe(entry.payload),
    canBeDropped: (entry: Entry): boolean => !kindOf(entry)?.isUndo,
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
