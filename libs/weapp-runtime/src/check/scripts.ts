import { type AnyNode, parse, type Program } from 'acorn';
import type { BuildFiles } from './build-files';
import { type Finding, finding } from './finding';
import { everyNode, type FreeName, freeNames, memberOf, type Node } from './free-names';

/**
 * ES5. What an engine's grammar does not know cannot be added later, and the platform uploads this code as it is
 * (`es6: false`). By WeChat's own table (npm miniprogram-compat) a base library of 2.21 to 2.27 runs on iOS 12,
 * Chromium 66 and Safari 10: the last knows no async function, and ES5 is what a Taro build has anyway.
 */
const ECMA_VERSION = 5;

/** Names of a browser or of Node, and built-ins that one of those engines lacks and no polyfill can give. */
const NOT_THERE = new Set([
  ...['window', 'document', 'self', 'frames', 'navigator', 'location', 'history', 'screen', 'localStorage'],
  ...['sessionStorage', 'indexedDB', 'alert', 'confirm', 'prompt', 'fetch', 'XMLHttpRequest', 'WebSocket'],
  ...['EventSource', 'Worker', 'Headers', 'Request', 'Response', 'FormData', 'Blob', 'File', 'FileReader'],
  ...['URL', 'URLSearchParams', 'TextEncoder', 'TextDecoder', 'AbortController', 'AbortSignal', 'crypto'],
  ...['atob', 'btoa', 'structuredClone', 'queueMicrotask', 'setImmediate', 'requestIdleCallback', 'Image'],
  ...['performance', 'MutationObserver', 'IntersectionObserver', 'process', 'Buffer', 'global'],
  ...['BigInt', 'WeakRef', 'FinalizationRegistry', 'SharedArrayBuffer', 'Atomics', 'Intl'],
]);

/**
 * Newer than the polyfills of the base library that first ran on iOS 12 (core-js 3.15, same table; it does add flat,
 * flatMap, fromEntries, allSettled, any, matchAll, replaceAll and globalThis).
 */
const NEW_METHODS = new Set(['at', 'findLast', 'findLastIndex', 'toSorted', 'toReversed', 'toSpliced']);
const NEW_STATICS = new Set([
  ...['Object.hasOwn', 'Object.groupBy', 'Map.groupBy', 'Array.fromAsync'],
  ...['Promise.withResolvers', 'Promise.try'],
]);

export function checkScripts(build: BuildFiles): Finding[] {
  return [...build.ending('.js').flatMap((name) => checkScript(name, build.text(name))), ...checkHttp(build)];
}

function checkScript(name: string, text: string): Finding[] {
  let program: Program;
  try {
    program = parse(text, { ecmaVersion: ECMA_VERSION, sourceType: 'script' });
  } catch (error) {
    const at = (error as { pos?: number }).pos ?? 0;
    return [finding('language', name, `${String(error)} at ${around(text, at)}`)];
  }
  const at = (node: { start: number }): string => around(text, node.start);
  const found: Finding[] = [];
  const note = (fault: Fault | undefined, node: Node): void => {
    if (fault) found.push(finding(fault[0], name, `${fault[1]}: ${at(node)}`));
  };
  for (const free of freeNames(program)) note(faultOfName(free), free.node);
  for (const node of everyNode(program)) note(faultOf(node), node);
  return found;
}

type Fault = [rule: string, what: string];

function faultOfName({ name, around, asked }: FreeName): Fault | undefined {
  const [parent, grandparent] = around;
  if (NOT_THERE.has(name) && !asked.has(name)) return ['globals', `${name} does not exist there`];
  if (name === 'eval') return ['code-from-text', 'eval'];
  // React tells by console.error of errors that a boundary caught; without it nobody would hear of them.
  const spoken = memberOf(parent, 'console');
  if (name === 'console' && spoken !== 'error') return ['console', spoken ? `console.${spoken}` : 'console'];
  const member = memberOf(parent, 'globalThis') ?? '';
  // Looking whether it is there is allowed; what is used at once has to be there.
  if (NOT_THERE.has(member) && !asked.has(member) && isUsedAtOnce(parent, grandparent))
    return ['globals', `globalThis.${member} does not exist there`];
  return undefined;
}

const isUsedAtOnce = (node: Node | undefined, parent: Node | undefined): boolean =>
  (parent?.type === 'MemberExpression' && parent.object === node) ||
  ((parent?.type === 'CallExpression' || parent?.type === 'NewExpression') && parent.callee === node);

const LOOK_BEHIND = /\(\?<[=!]/;
const LOOKS_BEHIND: Fault = ['language', 'a look behind, which iOS before 16.4 cannot parse'];

function faultOf(node: Node): Fault | undefined {
  if (node.type === 'Literal' && 'regex' in node && LOOK_BEHIND.test(node.regex?.pattern ?? ''))
    return LOOKS_BEHIND;
  if (node.type !== 'CallExpression' && node.type !== 'NewExpression') return undefined;
  const { callee } = node;
  if (callee.type === 'Identifier' && callee.name === 'Function' && !isKnownWayToGlobal(node.arguments))
    return ['code-from-text', 'Function'];
  if (callee.type === 'Identifier' && callee.name === 'RegExp' && node.arguments.some(hasLookBehind))
    return LOOKS_BEHIND;
  if (callee.type !== 'MemberExpression' || callee.computed || callee.property.type !== 'Identifier')
    return undefined;
  const owner = callee.object.type === 'Identifier' ? callee.object.name : '';
  const method = callee.property.name;
  if (NEW_STATICS.has(`${owner}.${method}`)) return ['built-ins', `${owner}.${method} is too new`];
  if (NEW_METHODS.has(method) && node.type === 'CallExpression')
    return ['built-ins', `.${method}() is too new`];
  return undefined;
}

/** In any piece of the text that is written out. */
const hasLookBehind = (argument: Node): boolean =>
  [...everyNode(argument)].some(
    (node) => node.type === 'Literal' && typeof node.value === 'string' && LOOK_BEHIND.test(node.value),
  );

/** The platform allows this one text, for webpack's sake. */
const isKnownWayToGlobal = (args: readonly AnyNode[]): boolean =>
  args.length === 1 && args[0]?.type === 'Literal' && args[0].value === 'return this';

/** Names of XML vocabularies look like addresses and are asked by nobody. */
const HTTP = /http:\/\/(?!www\.w3\.org\/)[^\s"'`)<]*/g;

const checkHttp = (build: BuildFiles): Finding[] =>
  build.names
    .filter((name) => /\.(js|wxs|wxml|wxss|json)$/.test(name))
    .flatMap((name) =>
      [...build.text(name).matchAll(HTTP)].map(([address]) =>
        finding('http', name, `${address} has to be https`),
      ),
    );

const around = (text: string, at: number): string =>
  text.slice(Math.max(0, at - 30), at + 50).replace(/\s+/g, ' ');
