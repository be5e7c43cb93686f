import type { ToLogic } from '../protocol';
import { getApp, receiveRejection, receiveSystem } from './app';
import { progress, settle, parse } from './bridge';
import { console } from './console';
import { describe, guarded, report } from './errors';
import { App, Behavior, Component, Page } from './registry';
import { findPage, getCurrentPages, topPage } from './router';
import { clearTimer, fire, setInterval, setTimeout } from './timers';
import { wx } from './wx';
import { setTopOwner } from './wx/owner';

setTopOwner(topPage);

const RealFunction = Function;
/** Code from text is refused, but for the one question bundlers ask: what is the global object. */
const GuardedFunction = function (...parts: unknown[]): () => unknown {
  if (parts.at(-1) === 'return this') return () => globalThis;
  throw new EvalError('Code generation from strings disallowed for this context');
};
GuardedFunction.prototype = RealFunction.prototype;

// What the platform's logic thread does not have, although the language's engine brings it.
for (const name of ['WebAssembly', 'SharedArrayBuffer', 'Atomics', 'eval'])
  Reflect.deleteProperty(globalThis, name);

const globals: Record<string, unknown> = {
  App,
  Page,
  Component,
  Behavior,
  getApp,
  getCurrentPages,
  wx,
  console,
  setTimeout,
  setInterval,
  clearTimeout: clearTimer,
  clearInterval: clearTimer,
  requirePlugin: (name: string): never => {
    throw new Error(`plugin "${name}" is not declared`);
  },
  Function: GuardedFunction,
};
for (const [name, value] of Object.entries(globals))
  Object.defineProperty(globalThis, name, { value, writable: true, configurable: true, enumerable: false });

// Node would call it with lists of its own; no phone asks an app how to write a trace.
Object.defineProperty(Error, 'prepareStackTrace', { get: () => undefined, set: () => undefined });
Object.defineProperty(globalThis, 'Error', { writable: false, configurable: false });

export { describe };

/** Everything that reaches the logic comes through here, as text. */
export function receive(text: string): void {
  const message = parse(text) as ToLogic;
  switch (message.kind) {
    case 'timer':
      return fire(message.id);
    case 'result':
      return settle(message.id, message.outcome);
    case 'progress':
      return progress(message.id, message.event, message.detail);
    case 'view':
      return void guarded(() => findPage(message.webviewId)?.receive(message.message));
    case 'system':
      return void receiveSystem(message.event).catch(report);
    case 'rejection':
      return receiveRejection(message.reason);
  }
}
