import type { QueryKey } from '@tanstack/react-query';
import type { ClientErrorCode } from '../http/api-error';
import type { Breakdowns } from './fate';

/** A write that has not reached the server yet, as it is kept on the device. */
export interface Entry<Payload = unknown> {
  /** UUIDv7: entries sort by it as they were made. It is also the idempotency key, however often it is sent. */
  id: string;
  kind: string;
  payload: Payload;
  breakdowns?: Breakdowns;
  /** The server will not take it as it is: set aside until the person has seen it. */
  refused?: { code: ClientErrorCode; requestId?: string };
}

export interface Sending<Payload> {
  /** Ends when the person takes the write back. */
  signal: AbortSignal;
  /** Keeps how far it came, so that the next attempt does not begin at the beginning. */
  keep(payload: Payload): void;
}

/** What a feature registers for a kind of write. Lives in the main package: after a restart it is needed at once. */
export interface Kind<Payload, Result> {
  /** Writes of one lane are sent one after the other, in the order they were made; lanes do not wait for each other. */
  lane: string;
  send(entry: Entry<Payload>, sending: Sending<Payload>): Promise<Result>;
  /** The reads that it makes old. */
  changes(payload: Payload): QueryKey[];
  /** What it is, in the person's words. */
  describe(payload: Payload): string;
  /** The write that takes it back where the server may have it already; null or absent where dropping it is enough. */
  undo?(payload: Payload): { kind: string; payload: unknown } | null;
  /** It takes another write back itself: nobody is offered to drop it, for then the other one would stay. */
  isUndo?: true;
  /** Removes what it keeps beside its entry. Called when it was sent or dropped. */
  release?(payload: Payload): void;
}

export type Outcome<Result = unknown> =
  /** The result is unknown where another tab has sent it. */
  | { status: 'sent'; result?: Result }
  | { status: 'waiting'; error: unknown }
  | { status: 'refused'; error: unknown }
  | { status: 'dropped' };
