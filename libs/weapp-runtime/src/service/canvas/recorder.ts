import { draw, invokeSync, stringify } from '../bridge';
import { report } from '../errors';

/**
 * What is drawn in the logic is carried out by the host, which has the pixels. Drawing calls are collected and sent at
 * the end of the turn, or before anything is read, so that a chart of a thousand lines is one message.
 */
export type Operation =
  | ['make', number, string, unknown[]]
  | ['set', number, string, unknown]
  | ['call', number, string, unknown[]]
  | ['free', number];

let operations: Operation[] = [];
let isFlushing = false;
let lastRef = 0;
const refs = new WeakMap<object, number>();
/** Pixels are large: what the app no longer holds is freed on the host, too. */
const forgotten = new FinalizationRegistry<number>((ref) => record(['free', ref]));

export function record(operation: Operation): void {
  operations.push(operation);
  if (isFlushing) return;
  isFlushing = true;
  void Promise.resolve().then(flush).catch(report);
}

export function flush(): void {
  isFlushing = false;
  if (operations.length === 0) return;
  const text = stringify(operations);
  operations = [];
  draw(text);
}

/** Gives an object of the app its counterpart on the host. */
export function make(object: object, kind: string, ...args: unknown[]): void {
  const ref = ++lastRef;
  refs.set(object, ref);
  forgotten.register(object, ref);
  record(['make', ref, kind, args.map(encode)]);
}

/** Has the counterpart, so that it can be drawn or drawn with. */
export const isDrawable = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && refs.has(value);

export const refOf = (object: object): number => refs.get(object) ?? 0;

export const encode = (value: unknown): unknown => (isDrawable(value) ? { ref: refOf(value) } : value);

export const setOn = (object: object, name: string, value: unknown): void =>
  record(['set', refOf(object), name, encode(value)]);

export const callOn = (object: object, name: string, args: unknown[]): void =>
  record(['call', refOf(object), name, args.map(encode)]);

/** A question to the host, after everything drawn before it. */
export function ask(object: object, name: string, args: unknown[]): unknown {
  flush();
  return invokeSync('canvas.ask', { ref: refOf(object), name, args: args.map(encode) }).value;
}
