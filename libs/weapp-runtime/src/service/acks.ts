import { guarded } from './errors';

/** What runs when the view has drawn, by page. A page that is gone draws no more, and nothing of it may be kept. */
const waiting = new Map<number, Map<number, () => void>>();
let lastAck = 0;

export const openAcks = (webviewId: number): void => void waiting.set(webviewId, new Map());

export const closeAcks = (webviewId: number): void => void waiting.delete(webviewId);

/** The number under which the view will answer. */
export function awaitAck(webviewId: number, callback: (() => void) | undefined): number {
  const ack = ++lastAck;
  if (callback) waiting.get(webviewId)?.set(ack, callback);
  return ack;
}

export function acknowledge(webviewId: number, ack: number): void {
  const page = waiting.get(webviewId);
  const callback = page?.get(ack);
  page?.delete(ack);
  if (callback) guarded(callback);
}
